"""The test set: photographers' files made by code, each with one thing that may go wrong."""

import io
import struct
import zlib

from PIL import Image, ImageDraw

ORIENTATION = 0x0112
RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def file_of(image, image_format="PNG", **options):
    buffer = io.BytesIO()
    image.save(buffer, image_format, **options)
    return buffer.getvalue()


def marked(width=60, height=40):
    """A blue picture with a red corner at the top left."""
    image = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=RED)
    return image


def noise(width=300, height=200):
    return Image.effect_noise((width, height), 90).convert("RGB")


def chunk(name, content):
    """A chunk of a PNG file."""
    checked = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checked)


def with_chunk(png, name, content):
    """A PNG file with one more chunk behind its head."""
    return png[:33] + chunk(name, content) + png[33:]


def segment(number, content):
    """A segment of a JPEG file."""
    return bytes([0xFF, number]) + struct.pack(">H", len(content) + 2) + content


def with_segment(jpeg, number, content):
    """A JPEG file with one more segment at its begin."""
    return jpeg[:2] + segment(number, content) + jpeg[2:]


def bomb(width, height, *between):
    """A tiny PNG file of one colour; made by hand, for Pillow would need all its memory."""
    row = b"\0" + bytes((width + 7) // 8)
    squeeze = zlib.compressobj(9)
    packed = b"".join(squeeze.compress(row) for _ in range(height)) + squeeze.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), *between, chunk(b"IDAT", packed), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def turned(orientation, image=None, image_format="JPEG", **options):
    """A file of a camera that was held in one of eight ways."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    return file_of(image or marked(), image_format, exif=exif, **options)


def of_sixteen_bits():
    """A PNG of three 16-bit pixels: full red, half green, a blue of the upper byte 10."""
    rows = b"\0" + struct.pack(">9H", 0xFFFF, 0, 0, 0, 0x8000, 0, 0, 0, 0x0A00)
    head = struct.pack(">IIBBBBB", 3, 1, 16, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


# What agencies write into files.


def iim(*records):
    """IIM records: (record, number, bytes) each."""
    return b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value
        for record, number, value in records
    )


def with_iim(jpeg, records):
    """A JPEG file with IIM as Photoshop keeps it."""
    padded = records + b"\0" * (len(records) % 2)
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(records)) + padded
    return with_segment(jpeg, 0xED, b"Photoshop 3.0\0" + resource)


def xmp(properties="", attributes=""):
    """An XMP packet of properties in RDF/XML."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="A writer 1.0">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
    xmlns:exif="http://ns.adobe.com/exif/1.0/"
    xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" {attributes}>
   {properties}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def in_languages(name, **said):
    """A property with alternatives: x_default, uk …"""
    items = "".join(
        f'<rdf:li xml:lang="{language.replace("_", "-")}">{words}</rdf:li>'
        for language, words in said.items()
    )
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def in_order(name, *said):
    items = "".join(f"<rdf:li>{words}</rdf:li>" for words in said)
    return f"<{name}><rdf:Seq>{items}</rdf:Seq></{name}>"


FULL_XMP = xmp(
    in_languages("dc:description", en="A harbour", x_default="Порт уранці")
    + in_order("dc:creator", "Віра Місячна", "Ґанна Їжак")
    + in_languages("dc:rights", x_default="© 2026 Місячна")
    + in_languages("xmpRights:UsageTerms", x_default="Editorial use only")
    + in_languages("Iptc4xmpCore:AltTextAccessibility", x_default="Кран над водою")
    + "<photoshop:City>Одеса</photoshop:City>"
    + "<photoshop:DateCreated>2026-05-01T06:20:30+03:00</photoshop:DateCreated>",
    'photoshop:Headline="Порт працює" photoshop:Credit="Фото: Місячна" photoshop:Country="Україна"',
)
