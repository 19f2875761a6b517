#!/usr/bin/python3
"""Looks at the window as a screen reader does, over AT-SPI.

The window test drives the production build, where no browser protocol listens. The
accessibility tree says what is on the screen, in words, and where: so a click goes to
"New", not to a pixel, and the test proves at the same time that the names are there.

    at.py tree     prints everything, for a look
    at.py serve    answers questions, one a line, with tabs between their words:

    find  ROLE NAME   "0 x y": centre of the first match, once it rests
    focus ROLE NAME   the same, once it has the keys
    gone  ROLE NAME   "0" once there is none

Each waits a minute; "1" is the answer when it was in vain.

ROLE is an AT-SPI role name such as "push button", or "any". NAME matches anywhere in the
accessible name, or in the text where there is no name; a leading = asks for the whole.
"""

import os
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  the version must be set first

PATIENCE = 60  # seconds; a busy machine may take twenty to draw a screen


def walk(node, depth=0):
    """Yields each accessible below node with its depth; what vanishes meanwhile is left out."""
    try:
        yield node, depth
        count = node.get_child_count()
    except GLib.Error:
        return
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
        except GLib.Error:
            continue
        if child is not None:
            yield from walk(child, depth + 1)


def everything():
    """Yields the accessibles of Dealbox, and of no other program on the bus."""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program is not None and "dealbox" in (program.get_name() or "").lower():
            yield from walk(program)


def showing(node):
    """Says whether a node is on the screen.

    The input of a radio button that is drawn by its label is transparent, so the toolkit
    does not call it showing; it has its place and takes the click all the same.
    """
    states = node.get_state_set()
    if not states.contains(Atspi.StateType.VISIBLE):
        return False
    if states.contains(Atspi.StateType.SHOWING):
        return True
    return states.contains(Atspi.StateType.CHECKABLE) and place(node)[2] > 1


def focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def place(node):
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return box.x, box.y, box.width, box.height


def words(node):
    """Gives the name, or the text of what has no name."""
    name = node.get_name()
    if name:
        return name
    if "Text" not in node.get_interfaces():
        return ""
    return Atspi.Text.get_text(node, 0, -1)


def matches(node, role, name, state):
    if role != "any" and node.get_role_name() != role:
        return False
    has = words(node)
    return (has == name[1:] if name.startswith("=") else name in has) and state(node)


def first(role, name, state=showing):
    """Gives the first match, or None."""
    for node, _ in everything():
        try:
            if matches(node, role, name, state):
                return node
        except GLib.Error:
            continue
    return None


def resting(node):
    """Gives the place of a node that has stopped moving, or None when it is gone."""
    try:
        before = place(node)
        for _ in range(20):
            time.sleep(0.1)
            now = place(node)
            if now == before:
                return now
            before = now
        return before
    except GLib.Error:
        return None


def wait(get):
    """Gives what get gives, as soon as that is something; None when it takes too long."""
    end = time.monotonic() + PATIENCE
    while not (got := get()):
        if time.monotonic() > end:
            return None
        time.sleep(0.2)
    return got


def tree():
    for node, depth in everything():
        try:
            x, y, width, height = place(node)
            print("  " * depth + f"{node.get_role_name()} {words(node)!r} {x},{y} {width}x{height}")
        except GLib.Error:
            continue


def answer(command, role="any", name=""):
    """Gives the answer to one question."""
    if command == "gone":
        return "0" if wait(lambda: first(role, name) is None) else "1"

    def find():
        node = first(role, name, focused if command == "focus" else showing)
        return node and resting(node)

    found = wait(find)
    if found is None:
        return "1"
    x, y, width, height = found
    return f"0 {x + width // 2} {y + height // 2}"


def serve():
    """Answers questions, each in a copy of this process: the library remembers what it saw,
    and to start Python for each would take longer than to look."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            print(answer(*line.rstrip("\n").split("\t")), flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status != 0:
            print("2", flush=True)


if __name__ == "__main__":
    tree() if sys.argv[1:] == ["tree"] else serve()
