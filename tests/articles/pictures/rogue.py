"""A lab that was taken over by a file: does what the order says instead of what it should."""

import json
import os
import signal
import sys
import time

from articles.pictures import lab


def answer(words):
    said = json.dumps(words).encode()
    sys.stdout.buffer.write(len(said).to_bytes(8) + said)


def be_greedy():
    lab.limit(5)
    try:
        bytearray(2_000_000_000)
    except MemoryError:
        answer({"reason": "costly", "sizes": []})


def be_busy():
    lab.limit(0)
    while True:
        pass


DEEDS = {
    "sleep": lambda: time.sleep(60),
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "doze": lambda: (time.sleep(0.3), answer({"sizes": []})),
    "greed": be_greedy,
    "work": be_busy,
    "silence": lambda: None,
    "garbage": lambda: sys.stdout.buffer.write(b"\xff" * 100),
    "lies": lambda: answer({"reason": "no such reason", "sizes": []}),
    "error": lambda: sys.exit("The library is missing."),
    "look around": lambda: answer({"seen": sorted(os.environ), "sizes": []}),
}

if __name__ == "__main__":
    DEEDS[json.load(sys.stdin)["deed"]]()
