"""Where foreign files are read: a process of its own for every file, killed when it takes too long or too much.

    start()   begins to warm up; the first file waits for the rest
    stop()    ends everything; the end of the program does the same
    ask()     one job done on the bytes of one file

A hostile PDF or picture can break the reader that opens it, hang it or make it swallow the memory of the machine.
Here it breaks a child that holds nothing else: forked in milliseconds from a warm process without threads.
"""

from filings.documents.reading_room.desk import Lost, ask, start, stop

__all__ = ["Lost", "ask", "start", "stop"]
