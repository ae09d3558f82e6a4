"""An edition of given files, put in place as a build does it."""

from stratkit.site.file import checked
from stratkit.site.writing.manifest import Manifest
from stratkit.site.writing.write import drafted, write_file


def publish(files, target, inputs="", write=write_file):
    with drafted(target, write) as draft:
        return draft.publish(Manifest({one.path: draft.put(one.path, one.make()) for one in checked(files)}, inputs))
