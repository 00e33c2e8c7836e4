"""How static files are named: by their content, inside each other too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class ModularStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Also rewrites what one script module takes from another, so that both are kept for ever."""

    support_js_module_import_aggregation = True
