"""
The words that a rendition carries: an XMP packet of creator, credit and copyright. Nothing else.

Properties as in the IPTC Photo Metadata Standard: dc:creator, photoshop:Credit, dc:rights.
"""

from xml.sax.saxutils import escape

from articles.pictures.words import tidy

# Of each of the three, in characters: a notice must not outweigh a small picture.
MOST_CHARACTERS = 300

_PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">'
    "{fields}</rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="r"?>'
)
_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>"
_CREDIT = "<photoshop:Credit>{}</photoshop:Credit>"
_RIGHTS = '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:rights>'


def packet(creator: str, credit: str, copyright: str) -> bytes:
    """An XMP packet in UTF-8; empty where there is nothing to say."""
    fields = "".join(
        form.format(escape(words))
        for form, said in ((_CREATOR, creator), (_CREDIT, credit), (_RIGHTS, copyright))
        if (words := tidy(said, MOST_CHARACTERS))
    )
    return _PACKET.format(fields=fields).encode() if fields else b""
