"""
Reads an XMP packet: property by property, as plain words.

The packet comes from anywhere: a document type, and with it every entity, ends the reading, and
nothing is ever fetched. A packet that is broken says what it said up to there.
"""

from xml.parsers import expat

# A packet is at most 64 KiB inside a JPEG; elsewhere nobody limits it.
MOST_BYTES = 1_000_000
MOST_DEPTH = 24
MOST_VALUES = 64

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
XMP = "http://ns.adobe.com/xap/1.0/"
EXIF = "http://ns.adobe.com/exif/1.0/"

_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_DESCRIPTION, _ITEM = f"{RDF} Description", f"{RDF} li"


class _Refused(Exception):
    """The packet is no packet."""


def read(packet: bytes) -> dict[str, list[str]]:
    """
    The values of each property of a packet, by "namespace name"; none where it cannot be read.

    Of alternatives in several languages the default one comes first.
    """
    # Writers pad packets with blanks and NULs.
    packet = packet.strip(b"\0 \r\n\t")
    if not packet or len(packet) > MOST_BYTES:
        return {}
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.say
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reading.refuse
    try:
        parser.Parse(packet, True)
    except _Refused:
        return {}
    except expat.ExpatError:
        # What was said before the break stands.
        pass
    return reading.properties


class _Reading:
    """Where in the packet the parser stands, and what was found so far."""

    def __init__(self) -> None:
        self.properties: dict[str, list[str]] = {}
        self._path: list[str] = []
        self._words: list[str] = []
        self._is_default = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= MOST_DEPTH:
            raise _Refused
        # A simple property may stand as an attribute of the description.
        if name == _DESCRIPTION and _DESCRIPTION not in self._path:
            for key, value in attributes.items():
                self._keep(key, value)
        self._path.append(name)
        self._words = []
        self._is_default = attributes.get(_LANGUAGE) == "x-default"

    def say(self, words: str) -> None:
        self._words.append(words)

    def end(self, name: str) -> None:
        self._path.pop()
        words, self._words = "".join(self._words).strip(), []
        owner = self._owner(name)
        if words and owner:
            self._keep(owner, words, is_first=name == _ITEM and self._is_default)
        self._is_default = False

    def refuse(self, *_declaration: object) -> None:
        raise _Refused

    def _owner(self, name: str) -> str | None:
        """The property that an element's words belong to: itself, or the list's."""
        if self._path.count(_DESCRIPTION) != 1:
            return None
        if name == _ITEM:
            return self._path[-2] if self._path[-3:-2] == [_DESCRIPTION] else None
        return name if self._path[-1] == _DESCRIPTION else None

    def _keep(self, name: str, value: str, is_first: bool = False) -> None:
        values = self.properties.setdefault(name, [])
        if len(values) < MOST_VALUES:
            values.insert(0 if is_first else len(values), value)
