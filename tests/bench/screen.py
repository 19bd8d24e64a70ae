"""A small terminal: what a screen shows after some bytes. Enough of one to compare two frames.

Wide characters take two cells; the right one holds "". A blank shows only its background, so the
ink it was written with makes no difference.
"""

import re
import unicodedata

BLANK = (" ", ())
# A whole control sequence, string or short escape; what is cut off at the end waits for the rest.
SEQUENCE = re.compile(
    r"\x1b(?:\[([0-9;:?<=>]*)[ -/]*([@-~])|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-Z\\^-~])"
)
CUT = re.compile(r"\x1b(?:\[[0-9;:?<=> -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)?$")
# Attributes that show on a blank: underline, blink, reverse, struck out; and the background.
ON_BLANK = {"4", "5", "7", "9", "paper"}


def width(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[BLANK] * columns for _ in range(rows)]
        self.x = self.y = 0
        self.saved = (0, 0)
        self.pen = {}
        self.top, self.bottom = 0, rows - 1
        self.modes = {25: True}
        self.carry = b""

    def feed(self, data):
        data = self.carry + data
        text = data.decode("utf-8", "ignore")
        self.carry = b""
        # A character that is not all there yet.
        for back in range(1, min(4, len(data) + 1)):
            if data[-back] >= 0xC0:
                need = 4 if data[-back] >= 0xF0 else 3 if data[-back] >= 0xE0 else 2
                self.carry = data[-back:] if back < need else b""
                break
            if data[-back] < 0x80:
                break
        at = 0
        while at < len(text):
            if text[at] == "\x1b":
                found = SEQUENCE.match(text, at)
                if found:
                    if found[2]:
                        self.control(found[1], found[2])
                    else:
                        self.escape(found[0])
                    at = found.end()
                    continue
                if CUT.match(text, at):
                    self.carry = text[at:].encode() + self.carry
                    return
                at += 1
                continue
            self.write(text[at])
            at += 1

    def write(self, character):
        if character == "\r":
            self.x = 0
        elif character in "\n\x0b\x0c":
            self.feed_line()
        elif character == "\b":
            self.x = max(0, min(self.x, self.columns - 1) - 1)
        elif character == "\t":
            self.x = min(self.columns - 1, self.x // 8 * 8 + 8)
        elif character >= " " and character != "\x7f":
            self.put(character)

    def put(self, character):
        wide = width(character)
        if wide == 0:
            return
        if self.x + wide > self.columns:
            self.x = 0
            self.feed_line()
        row = self.cells[self.y]
        # Half a wide character is none.
        if row[self.x][0] == "":
            row[self.x - 1] = BLANK
        end = self.x + wide
        if end < self.columns and row[end][0] == "":
            row[end] = BLANK
        row[self.x] = (character, self.style(character))
        if wide == 2:
            row[self.x + 1] = ("", ())
        self.x = end

    def style(self, character):
        return tuple(
            sorted((k, v) for k, v in self.pen.items() if character != " " or k in ON_BLANK)
        )

    def erased(self):
        paper = self.pen.get("paper")
        return (" ", (("paper", paper),)) if paper else BLANK

    def feed_line(self):
        if self.y == self.bottom:
            self.scroll(1)
        else:
            self.y = min(self.rows - 1, self.y + 1)

    def scroll(self, lines):
        for _ in range(abs(lines)):
            new = [self.erased()] * self.columns
            if lines > 0:
                del self.cells[self.top]
                self.cells.insert(self.bottom, new)
            else:
                del self.cells[self.bottom]
                self.cells.insert(self.top, new)

    def erase(self, y, start, end):
        self.cells[y][start:end] = [self.erased()] * (end - start)

    def escape(self, sequence):
        if sequence == "\x1b7":
            self.saved = (self.x, self.y)
        elif sequence == "\x1b8":
            self.x, self.y = self.saved
        elif sequence == "\x1bM":
            if self.y == self.top:
                self.scroll(-1)
            else:
                self.y = max(0, self.y - 1)

    def control(self, parameters, last):
        if parameters[:1] == "?" and last in "hl":
            for mode in parameters[1:].split(";"):
                self.modes[int(mode or 0)] = last == "h"
                if mode in ("47", "1047", "1049"):
                    self.cells = [[BLANK] * self.columns for _ in range(self.rows)]
            return
        if parameters[:1] in ("?", "<", "=", ">"):
            return
        if last == "m":
            self.colours(re.split("[;:]", parameters))
            return
        numbers = [int(n) if n.isdigit() else 0 for n in parameters.split(";")]
        n = max(1, numbers[0])
        x = min(self.x, self.columns - 1)
        row = self.cells[self.y]
        if last in "Hf":
            self.y = min(n, self.rows) - 1
            self.x = min(max(1, (numbers + [1])[1]), self.columns) - 1
        elif last == "A":
            self.y = max(0, self.y - n)
        elif last in "Be":
            self.y = min(self.rows - 1, self.y + n)
        elif last in "Ca":
            self.x = min(self.columns - 1, x + n)
        elif last == "D":
            self.x = max(0, x - n)
        elif last == "E":
            self.x, self.y = 0, min(self.rows - 1, self.y + n)
        elif last == "F":
            self.x, self.y = 0, max(0, self.y - n)
        elif last in "G`":
            self.x = min(n, self.columns) - 1
        elif last == "d":
            self.y = min(n, self.rows) - 1
        elif last == "K":
            start, end = [(x, self.columns), (0, x + 1), (0, self.columns)][numbers[0] % 3]
            self.erase(self.y, start, end)
        elif last == "J":
            whole = [range(self.y + 1, self.rows), range(self.y), range(self.rows)]
            for y in whole[numbers[0] % 3]:
                self.erase(y, 0, self.columns)
            if numbers[0] == 0:
                self.erase(self.y, x, self.columns)
            elif numbers[0] == 1:
                self.erase(self.y, 0, x + 1)
        elif last == "X":
            self.erase(self.y, x, min(self.columns, x + n))
        elif last == "P":
            del row[x : x + n]
            row.extend([self.erased()] * (self.columns - len(row)))
        elif last == "@":
            row[x:x] = [self.erased()] * n
            del row[self.columns :]
        elif last == "S":
            self.scroll(n)
        elif last == "T":
            self.scroll(-n)
        elif last in "LM" and self.top <= self.y <= self.bottom:
            top, self.top = self.top, self.y
            self.scroll(-n if last == "L" else n)
            self.top = top
        elif last == "r":
            self.top = n - 1
            self.bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
            self.x = self.y = 0
        elif last == "s":
            self.saved = (self.x, self.y)
        elif last == "u":
            self.x, self.y = self.saved

    def colours(self, codes):
        pen, at = self.pen, 0
        while at < len(codes):
            code = int(codes[at]) if codes[at].isdigit() else 0
            if code == 0:
                pen.clear()
            elif code in (38, 48):
                count = 3 if codes[at + 1 : at + 2] == ["5"] else 5
                pen["ink" if code == 38 else "paper"] = tuple(codes[at : at + count])
                at += count - 1
            elif code < 10:
                pen[str(code)] = True
            elif code == 22:
                pen.pop("1", None)
                pen.pop("2", None)
            elif code < 30:
                pen.pop(str(code - 20), None)
            elif code in (39, 49):
                pen.pop("ink" if code == 39 else "paper", None)
            elif code < 40 or 90 <= code < 98:
                pen["ink"] = code
            elif code < 50 or 100 <= code < 108:
                pen["paper"] = code
            at += 1

    def row(self, y):
        return "".join(c for c, _ in self.cells[y]).rstrip()

    def text(self):
        return "\n".join(self.row(y) for y in range(self.rows))

    def copy(self):
        return [list(row) for row in self.cells]

    def changed(self, before):
        """Bytes of the cells that look different from a copy taken before."""
        return sum(
            len(new[0].encode())
            for old_row, row in zip(before, self.cells)
            for old, new in zip(old_row, row)
            if old != new
        )
