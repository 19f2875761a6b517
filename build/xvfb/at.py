#!/usr/bin/python3
"""Looks at the window as a screen reader does, over AT-SPI.

The window test drives the production build, where no browser protocol listens. The
accessibility tree says what is on the screen, in words, and where: so a click goes to
"New", not to a pixel, and the test proves at the same time that the names are there.

    at.py find  ROLE NAME [SECONDS]   centre of the first match, "x y"; waits for it
    at.py count ROLE NAME             how many there are now
    at.py gone  ROLE NAME [SECONDS]   waits until there is none
    at.py tree                        everything, for a look

ROLE is an AT-SPI role name such as "push button", or "any". NAME matches anywhere in the
accessible name; a leading = asks for the whole name.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  the version must be set first


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
    return states.contains(Atspi.StateType.CHECKABLE) and node.get_extents(Atspi.CoordType.SCREEN).width > 1


def matches(node, role, name):
    if role != "any" and node.get_role_name() != role:
        return False
    has = node.get_name() or ""
    return has == name[1:] if name.startswith("=") else name in has


def found(role, name):
    """Lists the matches that are on the screen, as boxes."""
    boxes = []
    for node, _ in everything():
        try:
            if matches(node, role, name) and showing(node):
                boxes.append(node.get_extents(Atspi.CoordType.SCREEN))
        except GLib.Error:
            continue
    return boxes


def wait(test, seconds):
    end = time.monotonic() + seconds
    while not test():
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def tree():
    for node, depth in everything():
        try:
            box = node.get_extents(Atspi.CoordType.SCREEN)
            where = f"{box.x},{box.y} {box.width}x{box.height}"
            print("  " * depth + f"{node.get_role_name()} {node.get_name()!r} {where}")
        except GLib.Error:
            continue


def main(command, role="any", name="", seconds="20"):
    if command == "tree":
        tree()
        return 0
    if command == "count":
        print(len(found(role, name)))
        return 0
    if command == "gone":
        return 0 if wait(lambda: not found(role, name), float(seconds)) else 1
    if not wait(lambda: found(role, name), float(seconds)):
        print(f"nothing on the screen is a {role} named {name!r}", file=sys.stderr)
        return 1
    box = found(role, name)[0]
    print(box.x + box.width // 2, box.y + box.height // 2)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
