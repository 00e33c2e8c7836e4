"""Pictures in an S3-compatible store, tried against a real server of one."""

import os
import subprocess
import sys
from unittest import mock

import boto3
from django.conf import settings
from django.core.files.storage import storages
from django.db.models import ProtectedError
from django.test import TestCase, override_settings
from moto.server import ThreadedMotoServer

from articles import picture_store, tasks
from articles.content import PictureInUse
from newsportal import readers
from newsportal.environment import ROOT
from tests.articles.views.newsstand import Newsstand
from tests.builders import make_article, store_picture

PUBLIC_GROUPS = "http://acs.amazonaws.com/groups/"


class Stored(Newsstand):
    """A store of its own, with a bucket."""

    @classmethod
    def setUpClass(cls):
        cls.server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)
        host, port = cls.server.get_host_and_port()
        cls.address = f"s3+http://access:secret@{host}:{port}/pictures"
        options = readers.object_store(cls.address)
        cls.client_of_store = boto3.client(
            "s3",
            endpoint_url=options["endpoint_url"],
            aws_access_key_id="access",
            aws_secret_access_key="secret",
            region_name="us-east-1",
        )
        cls.addClassCleanup(cls.client_of_store.close)
        cls.client_of_store.create_bucket(Bucket="pictures")
        backend = "newsportal.object_storage.PrivateObjectStorage"
        default = {"BACKEND": backend, "OPTIONS": options}
        cls.enterClassContext(override_settings(STORAGES={**settings.STORAGES, "default": default}))
        super().setUpClass()

    def setUp(self):
        super().setUp()
        for key in self.objects():
            self.client_of_store.delete_object(Bucket="pictures", Key=key)

    def objects(self):
        found = self.client_of_store.list_objects_v2(Bucket="pictures").get("Contents", [])
        return {one["Key"]: one["Size"] for one in found}


class ObjectStorageTests(Stored):
    def test_a_picture_comes_in_is_developed_served_and_goes(self):
        picture = store_picture("teal", (480, 320))
        self.assertEqual(list(self.objects()), [picture.original.name])
        make_article(pictures=(PictureInUse(picture.pk),))
        # On demand.
        response, content = self.file(picture.whole.largest)
        self.assertEqual((response.status_code, response["Content-Type"]), (200, "image/jpeg"))
        self.assertEqual(int(response["Content-Length"]), len(content))
        # By the worker.
        tasks.develop.call(picture.pk)
        self.assertEqual(self.file(picture.whole.largest)[1], content)
        lying = self.objects()
        made = {
            f"pictures/{picture.key}/{one.cut}/{file}": length
            for one in picture.print_sets.all()
            for file, length in one.bytes.items()
        }
        self.assertLessEqual(made.items(), lying.items())
        self.assertEqual(len(lying), len(made) + 1)
        with self.assertRaises(ProtectedError):
            picture_store.remove(picture)
        self.assertEqual(self.objects(), lying)

    def test_what_nobody_uses_goes_with_its_files(self):
        picture = store_picture("olive", (480, 320))
        tasks.develop.call(picture.pk)
        with self.captureOnCommitCallbacks(execute=True):
            picture_store.remove(picture)
        self.assertEqual(self.objects(), {})

    def test_nothing_in_the_store_is_anybodys_to_read(self):
        picture = store_picture("navy", (480, 320))
        tasks.develop.call(picture.pk)
        for key in self.objects():
            acl = self.client_of_store.get_object_acl(Bucket="pictures", Key=key)
            grantees = [grant["Grantee"].get("URI", "") for grant in acl["Grants"]]
            self.assertFalse([one for one in grantees if one.startswith(PUBLIC_GROUPS)], key)
        self.assertNotIn(picture.original.name, picture.whole.largest)

    def test_the_original_is_the_very_file(self):
        picture = store_picture("olive", (480, 320))
        with picture.original.open("rb") as original:
            content = original.read()
        self.assertEqual(self.objects()[picture.original.name], len(content))

    def test_a_lost_object_is_made_again(self):
        picture = store_picture("plum", (480, 320))
        make_article(pictures=(PictureInUse(picture.pk),))
        _response, before = self.file(picture.whole.largest)
        for key in self.objects():
            if key.startswith(f"pictures/{picture.key}"):
                self.client_of_store.delete_object(Bucket="pictures", Key=key)
        self.assertEqual(self.file(picture.whole.largest)[1], before)


class TroubleTests(Newsstand):
    def test_a_store_that_does_not_answer_is_a_passing_trouble(self):
        picture = store_picture("teal", (480, 320))
        make_article(pictures=(PictureInUse(picture.pk),))
        options = readers.object_store("s3+http://access:secret@127.0.0.1:1/pictures")
        backend = "newsportal.object_storage.PrivateObjectStorage"
        default = {"BACKEND": backend, "OPTIONS": options}
        with override_settings(STORAGES={**settings.STORAGES, "default": default}):
            response = self.client.get(picture.whole.largest)
        self.assertEqual((response.status_code, response["Retry-After"]), (503, "1"))
        self.assertEqual(response["Cache-Control"], "no-store, private")


class SettingTests(TestCase):
    def test_an_address_names_all_that_a_store_needs(self):
        self.assertEqual(
            readers.object_store("s3://ac%2Fcess:se%40cret@s3.example.org/pictures?region=eu-1"),
            {
                "access_key": "ac/cess",
                "secret_key": "se@cret",
                "endpoint_url": "https://s3.example.org",
                "region_name": "eu-1",
                "bucket_name": "pictures",
            },
        )
        local = readers.object_store("s3+http://a:b@[::1]:9000/pictures")
        self.assertEqual(local["endpoint_url"], "http://[::1]:9000")
        self.assertIsNone(readers.object_store(""))

    def test_a_wrong_one_is_refused_with_the_rule(self):
        for wrong in (
            "https://a:b@s3.example.org/pictures",
            "s3://s3.example.org/pictures",
            "s3://a@s3.example.org/pictures",
            "s3://a:b@s3.example.org",
            "s3://a:b@s3.example.org/pictures/folder",
            "s3://a:b@s3.example.org:port/pictures",
            "s3://a:b@s3.example.org/pictures?acl=public-read",
            "pictures",
        ):
            with self.subTest(wrong), self.assertRaises(ValueError):
                readers.object_store(wrong)

    def test_without_its_package_the_start_says_what_to_install(self):
        with (
            mock.patch.object(readers, "find_spec", return_value=None),
            self.assertRaisesRegex(ValueError, "requirements-s3.lock"),
        ):
            readers.object_store("s3://a:b@s3.example.org/pictures")

    def test_the_setting_chooses_the_storage_and_keeps_its_secret(self):
        asked = "from django.core.files.storage import storages; print(type(storages['default']))"
        environ = {**os.environ, "PICTURE_STORE": "s3://a:b@s3.example.org/pictures"}
        environ |= {"DJANGO_SETTINGS_MODULE": "newsportal.settings", "SECRET_KEY": "x" * 50}
        said = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup(); {asked}"],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertIn("PrivateObjectStorage", said.stdout)
        environ["PICTURE_STORE"] = "s3://a:hidden-secret@s3.example.org/"
        said = subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), "version"],
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertIn("PICTURE_STORE must be s3://", said.stderr)
        self.assertNotIn("hidden-secret", said.stderr)
        self.assertIsNotNone(storages["default"])
