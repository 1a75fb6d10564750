"""A file that is given as a backup: nothing but plain files inside the folder comes out of it."""

import io
import tarfile

import pytest

from joinedup.config.backup import BackupFault, unpacked


def archive_of(place, name, kind=tarfile.REGTYPE):
    with tarfile.open(place, "w") as archive:
        member = tarfile.TarInfo(name)
        member.type, member.size, member.linkname = kind, 0, "/etc/passwd"
        if kind == tarfile.REGTYPE:
            member.size = 5
        archive.addfile(member, io.BytesIO(b"words"))
    return place


@pytest.mark.parametrize("name", ["../outside", "/outside", "files/../../outside"])
def test_nothing_is_written_outside_the_folder(tmp_path, name):
    with pytest.raises(BackupFault, match="not a whole backup"):
        unpacked(archive_of(tmp_path / "given.tar", name))
    assert not (tmp_path.parent / "outside").exists()


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE])
def test_no_link_or_device_comes_out(tmp_path, kind):
    with pytest.raises(BackupFault, match="not a whole backup"):
        unpacked(archive_of(tmp_path / "given.tar", "files/a", kind))
