"""What each page knows besides its own content: the council and the messages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import reverse

from joinedup.pages.brand import brand, brand_version


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor of every page. Asks the database nothing by itself.

    What stands here wins over what a view passes, so it holds no name that a view would use.
    """
    council = brand()
    return {
        "council": council,
        "brand_address": f"{reverse('brand_css')}?v={brand_version(council.colour)}",
        "is_demo": settings.MODE == "demo",
        "messages": get_messages(request),
        "here": request.path,
    }
