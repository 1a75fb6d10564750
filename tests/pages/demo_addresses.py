"""The addresses of the product as they are in demo mode."""

from joinedup.access.demo_urls import urlpatterns as demo
from joinedup.config.urls import urlpatterns as all_others

urlpatterns = [*demo, *all_others]
