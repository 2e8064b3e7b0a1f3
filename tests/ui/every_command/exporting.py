"""The story of the way out: the book for other programs."""

from givenet_tui.exchange.reading import read
from tests.ui.every_command.told import ADA, GUS, Here, of


@of("export")
async def the_people_go_into_a_file_for_other_programs(here: Here) -> None:
    file = here.story.path.with_name(f"{here.place}.vcf")
    await here.choose()
    here.asks("ExportDialog", "format")
    await here.press("v")
    here.asks("ExportDialog", "path")
    await here.press("ctrl+u")
    await here.write(str(file))
    assert here.story.toasts[-1].startswith("6 people are in ")
    names = [one.name for one in read(file.read_bytes(), "x").people]
    assert ADA.name in names
    assert GUS.name not in names
    here.is_here()
