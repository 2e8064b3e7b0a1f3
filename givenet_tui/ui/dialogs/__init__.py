"""What asks the user something. Each dialog is loaded when it is first opened: the first screen needs none of them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from givenet_tui.ui.dialogs.bulk_dialog import BulkDialog as BulkDialog
    from givenet_tui.ui.dialogs.bulk_dialog import BulkOfTwo as BulkOfTwo
    from givenet_tui.ui.dialogs.bulk_dialog import Retagged as Retagged
    from givenet_tui.ui.dialogs.choice_dialog import ChoiceDialog as ChoiceDialog
    from givenet_tui.ui.dialogs.dialog import Dialog as Dialog
    from givenet_tui.ui.dialogs.dialog import Keep as Keep
    from givenet_tui.ui.dialogs.export_dialog import Export as Export
    from givenet_tui.ui.dialogs.export_dialog import ExportDialog as ExportDialog
    from givenet_tui.ui.dialogs.export_dialog import WayOut as WayOut
    from givenet_tui.ui.dialogs.file_dialog import FileDialog as FileDialog
    from givenet_tui.ui.dialogs.help_dialog import CameBack as CameBack
    from givenet_tui.ui.dialogs.help_dialog import HelpDialog as HelpDialog
    from givenet_tui.ui.dialogs.left_dialog import LeftDialog as LeftDialog
    from givenet_tui.ui.dialogs.left_dialog import ShownWords as ShownWords
    from givenet_tui.ui.dialogs.line_dialog import LineDialog as LineDialog
    from givenet_tui.ui.dialogs.note_dialog import NoteDialog as NoteDialog
    from givenet_tui.ui.dialogs.note_dialog import Told as Told
    from givenet_tui.ui.dialogs.offer_dialog import Introducing as Introducing
    from givenet_tui.ui.dialogs.offer_dialog import OfferDialog as OfferDialog
    from givenet_tui.ui.dialogs.offer_dialog import OfferWords as OfferWords
    from givenet_tui.ui.dialogs.person_dialog import PersonDialog as PersonDialog
    from givenet_tui.ui.dialogs.pick_people import PickPeople as PickPeople
    from givenet_tui.ui.dialogs.pick_person import PickPerson as PickPerson
    from givenet_tui.ui.dialogs.pick_person import Suggested as Suggested
    from givenet_tui.ui.dialogs.rest_dialog import RestDialog as RestDialog
    from givenet_tui.ui.dialogs.rows_dialog import Act as Act
    from givenet_tui.ui.dialogs.rows_dialog import RowsDialog as RowsDialog
    from givenet_tui.ui.dialogs.touch_dialog import Touch as Touch
    from givenet_tui.ui.dialogs.touch_dialog import TouchDialog as TouchDialog
    from givenet_tui.ui.dialogs.tour_dialog import TourDialog as TourDialog
    from givenet_tui.ui.dialogs.trash_dialog import TrashDialog as TrashDialog
    from givenet_tui.ui.dialogs.unite_dialog import PairsDialog as PairsDialog
    from givenet_tui.ui.dialogs.unite_dialog import UniteDialog as UniteDialog
    from givenet_tui.ui.dialogs.value_dialog import ValueDialog as ValueDialog
    from givenet_tui.ui.dialogs.versions_dialog import VersionsDialog as VersionsDialog
    from givenet_tui.ui.dialogs.whole_dialog import WholeDialog as WholeDialog
    from givenet_tui.ui.dialogs.words_dialog import WordsDialog as WordsDialog

_HOMES = {
    "BulkDialog": "bulk_dialog",
    "BulkOfTwo": "bulk_dialog",
    "Retagged": "bulk_dialog",
    "ChoiceDialog": "choice_dialog",
    "Dialog": "dialog",
    "Keep": "dialog",
    "Export": "export_dialog",
    "ExportDialog": "export_dialog",
    "WayOut": "export_dialog",
    "FileDialog": "file_dialog",
    "CameBack": "help_dialog",
    "HelpDialog": "help_dialog",
    "LeftDialog": "left_dialog",
    "ShownWords": "left_dialog",
    "LineDialog": "line_dialog",
    "NoteDialog": "note_dialog",
    "Told": "note_dialog",
    "Introducing": "offer_dialog",
    "OfferDialog": "offer_dialog",
    "OfferWords": "offer_dialog",
    "PersonDialog": "person_dialog",
    "PickPeople": "pick_people",
    "PickPerson": "pick_person",
    "Suggested": "pick_person",
    "Act": "rows_dialog",
    "RowsDialog": "rows_dialog",
    "RestDialog": "rest_dialog",
    "Touch": "touch_dialog",
    "TouchDialog": "touch_dialog",
    "TourDialog": "tour_dialog",
    "TrashDialog": "trash_dialog",
    "ValueDialog": "value_dialog",
    "PairsDialog": "unite_dialog",
    "UniteDialog": "unite_dialog",
    "VersionsDialog": "versions_dialog",
    "WholeDialog": "whole_dialog",
    "WordsDialog": "words_dialog",
}


def __getattr__(name: str) -> Any:
    """`dialogs.OfferDialog`, from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"no dialog is called {name}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
