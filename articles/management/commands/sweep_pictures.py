"""`manage.py sweep_pictures`: says which files of the store belong to no picture; removes them."""

from django.core.management.base import BaseCommand
from django.template.defaultfilters import filesizeformat

from articles import picture_sweep


class Command(BaseCommand):
    help = (
        "List files of the picture store that belong to no picture, and pictures whose original "
        "is missing. Changes nothing without --remove."
    )

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="remove the files listed")

    def handle(self, *args, remove, **options):
        findings = picture_sweep.look()
        for path, size in findings.orphans:
            self.stdout.write(f"{path}  {filesizeformat(size)}")
        for row, key, name in findings.missing:
            self.stderr.write(f"picture {row} ({key}): its original {name or '-'} is missing")
        total = f"{len(findings.orphans)} files, {filesizeformat(findings.total_bytes)}"
        if findings.left_alone:
            self.stdout.write(f"{findings.left_alone} files younger than an hour are left alone.")
        if remove:
            self.stdout.write(f"Removed {picture_sweep.remove(findings)} of {total}.")
        elif findings.orphans:
            self.stdout.write(f"Would remove {total}. Run again with --remove to do it.")
        else:
            self.stdout.write("No file without a picture.")
        if findings.missing:
            self.stderr.write(
                f"{len(findings.missing)} pictures have no original: restore it from a copy."
            )
