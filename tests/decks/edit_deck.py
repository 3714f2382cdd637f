"""Edits decks in LibreOffice, as a person would, and saves them as .pptx.

Usage: edit_deck.py FOLDER JOBS.json
FOLDER: for LibreOffice's profile. JOBS: a list of {"in": deck, "out": deck, "edits": [[edit, argument…], …]}.
One LibreOffice serves all jobs. Debian's python3-uno, run by /usr/bin/python3.
"""
import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue


def prop(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


class Deck:
    def __init__(self, desktop, context, path):
        self.context = context
        self.doc = desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, (prop("Hidden", False),))

    def pages(self):
        return [self.doc.DrawPages.getByIndex(i) for i in range(self.doc.DrawPages.Count)]

    def shapes(self):
        for page in self.pages():
            for i in range(page.Count):
                yield page, page.getByIndex(i)

    def named(self, name):
        for page, shape in self.shapes():
            if shape.Name == name:
                return page, shape
        raise KeyError(name)

    def saying(self, words):
        for page, shape in self.shapes():
            if shape.supportsService("com.sun.star.drawing.Text") and words in shape.String:
                return page, shape
        raise KeyError(words)

    # ---- edits ----
    def nothing(self):
        pass

    def move(self, name, dx, dy):
        _, shape = self.named(name)
        at = shape.Position
        shape.Position = Point(at.X + dx, at.Y + dy)

    def scale(self, name, factor):
        _, shape = self.named(name)
        shape.Size = Size(round(shape.Size.Width * factor), round(shape.Size.Height * factor))

    def bold(self, words):
        _, shape = self.saying(words)
        cursor = shape.createTextCursor()
        cursor.gotoEnd(True)
        cursor.CharWeight = 150.0

    def colour(self, words, rgb):
        _, shape = self.saying(words)
        cursor = shape.createTextCursor()
        cursor.gotoEnd(True)
        cursor.CharColor = rgb

    def replace(self, old, new):
        _, shape = self.saying(old)
        search = self.doc.DrawPages.getByIndex(0).createReplaceDescriptor()
        search.SearchString, search.ReplaceString, search.SearchCaseSensitive = old, new, True
        page, _ = self.saying(old)
        page.replaceAll(search)

    def delete(self, name):
        page, shape = self.named(name)
        page.remove(shape)

    def delete_slide(self, words):
        page, _ = self.saying(words)
        self.doc.DrawPages.remove(page)

    def duplicate_slide(self, words):
        page, _ = self.saying(words)
        self.doc.duplicate(page)

    def move_slide_first(self, words):
        page, _ = self.saying(words)
        controller = self.doc.CurrentController
        controller.setCurrentPage(page)
        dispatcher = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", self.context)
        dispatcher.executeDispatch(controller.Frame, ".uno:MovePageFirst", "", 0, ())
        if self.doc.DrawPages.getByIndex(0).Name != page.Name:
            raise RuntimeError("the slide was not moved")

    def add_text(self, slide, words):
        page = self.pages()[slide]
        shape = self.doc.createInstance("com.sun.star.drawing.TextShape")
        shape.Position, shape.Size = Point(1000, 1000), Size(6000, 1000)
        page.add(shape)
        shape.String = words
        shape.Name = "Mine"

    def add_rectangle(self, slide):
        page = self.pages()[slide]
        shape = self.doc.createInstance("com.sun.star.drawing.RectangleShape")
        shape.Position, shape.Size = Point(500, 500), Size(700, 700)
        page.add(shape)

    def cell(self, name, column, row, words):
        _, shape = self.named(name)
        shape.Model.getCellByPosition(column, row).String = words

    def add_row(self, name):
        _, shape = self.named(name)
        rows = shape.Model.Rows
        rows.insertByIndex(rows.Count, 1)
        shape.Model.getCellByPosition(0, rows.Count - 1).String = "By hand"

    def chart_colour(self, name, series, rgb):
        _, shape = self.named(name)
        diagram = shape.Model.getFirstDiagram()
        kind = diagram.getCoordinateSystems()[0].getChartTypes()[0]
        kind.getDataSeries()[series].setPropertyValue("Color", rgb)

    def chart_value(self, name, row, column, value):
        _, shape = self.named(name)
        data = [list(r) for r in shape.Model.Data.Data]
        data[row][column] = value
        shape.Model.Data.Data = tuple(tuple(r) for r in data)

    def notes(self, words, new):
        page, _ = self.saying(words)
        notes = page.NotesPage
        for i in range(notes.Count):
            shape = notes.getByIndex(i)
            if shape.ShapeType == "com.sun.star.presentation.NotesShape":
                shape.String = new

    def save(self, path):
        self.doc.storeToURL(pathlib.Path(path).as_uri(), (prop("FilterName", "Impress MS PowerPoint 2007 XML"),))

    def close(self):
        self.doc.close(True)


class Office:
    """LibreOffice in the background; begun again if it ends by itself, as it may after a file is closed."""

    def __init__(self, folder):
        self.folder, self.process = folder, None
        self.pipe = "precis" + folder.name.replace("-", "")

    def begin(self):
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nolockcheck",
             f"-env:UserInstallation={self.folder.as_uri()}", f"--accept=pipe,name={self.pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
                return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context), context
            except Exception:  # the office is not ready yet
                if self.process.poll() is not None and self.process.returncode != 0:
                    raise
                time.sleep(0.25)
        raise RuntimeError("LibreOffice did not start within a minute")

    def end(self):
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def main():
    folder, jobs = pathlib.Path(sys.argv[1]), json.loads(pathlib.Path(sys.argv[2]).read_text())
    office = Office(folder)
    try:
        desktop, context = office.begin()
        for job in jobs:
            deck = Deck(desktop, context, job["in"])
            for edit, *arguments in job["edits"]:
                try:
                    getattr(deck, edit)(*arguments)
                except Exception as fault:
                    raise RuntimeError(f"{job['out']}: {edit} {arguments}: {fault}") from fault
            deck.save(job["out"])
            try:
                deck.close()
            except Exception:  # the file is saved; the office went away while closing it
                office.end()
                desktop, context = office.begin()
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        office.end()


main()
