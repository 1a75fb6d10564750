"""Makes an Outlook .msg file (a compound file) of invented words, for tests."""

from __future__ import annotations

import struct

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALL, SECTOR = 64, 512
Tree = dict[str, "bytes | Tree"]


def compound_file(tree: Tree) -> bytes:
    """A compound file of storages (dicts) and small streams (bytes)."""
    entries: list[dict[str, int | str]] = []
    small = bytearray()
    mini_fat: list[int] = []

    def add(name: str, node: bytes | Tree) -> int:
        at = len(entries)
        entry: dict[str, int | str] = {"name": name, "type": 1, "child": FREE, "right": FREE}
        entries.append(entry | {"start": END, "size": 0})
        if isinstance(node, bytes):
            entries[at] |= {"type": 2, "size": len(node)}
            if node:
                entries[at]["start"] = len(mini_fat)
                count = -(-len(node) // SMALL)
                mini_fat.extend([*range(len(mini_fat) + 1, len(mini_fat) + count), END])
                small.extend(node.ljust(count * SMALL, b"\0"))
            return at
        names = sorted(node, key=lambda one: (len(one), one.upper()))
        last = FREE
        for one in reversed(names):
            made = add(one, node[one])
            entries[made]["right"] = last
            last = made
        entries[at]["child"] = last
        return at

    add("Root Entry", tree)
    entries[0]["type"] = 5
    body = bytearray()
    fat: list[int] = []

    def store(data: bytes) -> int:
        count = -(-len(data) // SECTOR)
        start = len(fat)
        fat.extend([*range(start + 1, start + count), END])
        body.extend(data.ljust(count * SECTOR, b"\0"))
        return start

    entries[0] |= {"start": store(bytes(small)), "size": len(small)}
    mini_start = store(struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(SECTOR, b"\xff"))
    directory = b"".join(_entry(entry) for entry in entries)
    directory_start = store(directory)
    count = -(-(len(fat) + 1) // 128)
    fat_at = len(fat)
    fat.extend([FAT] * count)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * SECTOR, b"\xff")
    mini_count = -(-len(mini_fat) * 4 // SECTOR)
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, count, directory_start, 0, 4096,
        mini_start, mini_count, END, 0, fat_at,
    )  # fmt: skip
    rest = [fat_at + n for n in range(1, count)]
    header += struct.pack(f"<{len(rest)}I", *rest)
    return header.ljust(SECTOR, b"\xff") + bytes(body) + table


def _entry(entry: dict[str, int | str]) -> bytes:
    name = str(entry["name"]).encode("utf-16-le") + b"\0\0"
    numbers = (FREE, entry["right"], entry["child"])
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBB", len(name), entry["type"], 1)
        + struct.pack("<III", *numbers)
        + bytes(36)
        + struct.pack("<IQ", entry["start"], entry["size"])
    )


def message(subject: str, sender: str, body: str, attachments: dict[str, bytes]) -> bytes:
    """A message as Outlook saves it, with files attached by value."""
    tree: Tree = _properties(
        32, {0x001A: "IPM.Note", 0x0037: subject, 0x0C1A: sender, 0x1000: body}, len(attachments)
    )
    for number, (name, data) in enumerate(attachments.items()):
        parts = _properties(8, {0x3707: name}, 0, {0x3705: 1}, {0x3701: data})
        tree[f"__attach_version1.0_#{number:08X}"] = parts
    return compound_file(tree)


def _properties(
    header: int,
    words: dict[int, str],
    attached: int,
    numbers: dict[int, int] | None = None,
    blobs: dict[int, bytes] | None = None,
) -> Tree:
    tree: Tree = {}
    head = struct.pack("<8xIIII8x", 0, attached, 0, attached) if header == 32 else bytes(header)
    rows = b""
    for code, text in words.items():
        data = text.encode("utf-16-le")
        tree[f"__substg1.0_{code:04X}001F"] = data
        rows += struct.pack("<HHIII", 0x1F, code, 6, len(data) + 2, 0)
    for code, number in (numbers or {}).items():
        rows += struct.pack("<HHIII", 0x03, code, 6, number, 0)
    for code, blob in (blobs or {}).items():
        tree[f"__substg1.0_{code:04X}0102"] = blob
        rows += struct.pack("<HHIII", 0x0102, code, 6, len(blob), 0)
    tree["__properties_version1.0"] = head + rows
    return tree
