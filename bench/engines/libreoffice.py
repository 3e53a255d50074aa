"""Drives a running LibreOffice over its socket: one line "in<TAB>out" on stdin, one line "ok" or an error on stdout."""

import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


context = connect(sys.argv[1])
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
# PDF/A-2b and tags, as a court would ask for.
options = uno.Any("[]com.sun.star.beans.PropertyValue", properties(SelectPdfVersion=2, UseTaggedPDF=True))
print("ready", flush=True)
for line in sys.stdin:
    source, target = line.rstrip("\n").split("\t")
    document = desktop.loadComponentFromURL(source, "_blank", 0, properties(Hidden=True))
    document.storeToURL(target, properties(FilterName="writer_pdf_Export", FilterData=options))
    document.close(True)
    print("ok", flush=True)

try:
    desktop.terminate()
except Exception:  # noqa: BLE001 - the connection ends with the office
    pass
