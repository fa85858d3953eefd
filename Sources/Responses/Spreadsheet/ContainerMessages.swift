import Diagnostics

/// The sentences of workbooks and zip archives.
extension Diagnostic.Message {
  static let damagedArchive = Self(
    id: "archive-damaged",
    "the file begins as a workbook or a zip archive and is damaged or cut off; export or download "
      + "it again")

  static func damagedEntry(_ name: String) -> Self {
    Self(
      id: "archive-damaged",
      "'\(name.clipped)' inside the file is damaged or cut off; export or download it again")
  }

  static func unknownPacking(_ name: String) -> Self {
    Self(
      id: "archive-unknown-packing",
      "'\(name.clipped)' inside the file is packed in a way that is not known here; unpack it and "
        + "give the file itself")
  }

  static let encryptedArchive = Self(
    id: "archive-encrypted",
    "the archive has a password; unpack it and give the file inside")

  static func entryTwice(_ name: String) -> Self {
    Self(
      id: "archive-damaged",
      "the archive holds '\(name.clipped)' twice, so that nobody can say which one counts; export "
        + "it again")
  }

  static func tooManyEntries(_ limit: Int) -> Self {
    Self(
      id: "archive-too-large",
      "the archive says that it holds more than \(limit) files; unpack it and give the file itself")
  }

  static let zipBomb = Self(
    id: "archive-too-large",
    "the file grows to many times its size when it is unpacked, as no survey does; if you trust "
      + "it, open it in Excel and save it as 'CSV UTF-8'")

  static func inflatesTooFar(_ limit: Int) -> Self {
    Self(
      id: "archive-too-large",
      "more than \(limit >> 20) MiB are packed in this file; split it, or raise --max-size")
  }

  static func sheetTooLargeToHold(_ limit: Int) -> Self {
    Self(
      id: "file-too-large",
      "the table inside has more than \(limit >> 20) MiB of text; save it as 'CSV UTF-8' first")
  }

  static let noTextInside = Self(
    id: "archive-without-table",
    "this zip archive holds neither a workbook nor a CSV file; unpack it and give the survey's file"
  )

  static let packedWorkbook = Self(
    id: "archive-without-table",
    "this zip archive holds an Excel workbook; unpack it and give the workbook itself")

  static let oldWorkbook = Self(
    id: "workbook-other-kind",
    "this is an old Excel workbook (.xls) or another old Office file; open it in Excel and save it "
      + "as .xlsx or as 'CSV UTF-8'")

  static let encryptedWorkbook = Self(
    id: "workbook-encrypted",
    "this workbook has a password; open it in Excel and save it without one, as .xlsx or as 'CSV "
      + "UTF-8'")

  static let binaryWorkbook = Self(
    id: "workbook-other-kind",
    "this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx or as 'CSV UTF-8'")

  static let openDocument = Self(
    id: "workbook-other-kind",
    "this is an OpenDocument file (.ods or the like); open it and save it as .xlsx or as 'CSV "
      + "UTF-8'")

  static let otherOfficeFile = Self(
    id: "workbook-other-kind",
    "this is an Office document and not an Excel workbook; give the survey's export")

  static func missingPart(_ name: String) -> Self {
    Self(
      id: "workbook-damaged",
      "the workbook lacks its part '\(name.clipped)'; open it in Excel and save it again")
  }

  static func brokenXML(_ name: String) -> Self {
    Self(
      id: "workbook-damaged",
      "the part '\(name.clipped)' of the workbook is not sound XML; open it in Excel and save it "
        + "again")
  }

  static func strangeXML(_ name: String) -> Self {
    Self(
      id: "workbook-damaged",
      "the part '\(name.clipped)' of the workbook does not begin as Excel writes it (UTF-8, no "
        + "document type); open it in Excel and save it again")
  }

  static let strangeSheet = Self(
    id: "workbook-damaged",
    "the cells of this sheet do not stand in rows; open the workbook in Excel and save it again")

  static func wrongRow(_ number: String) -> Self {
    Self(
      id: "workbook-damaged",
      "the row '\(number)' after this one is out of order or beyond the end of any sheet; open the "
        + "workbook in Excel and save it again")
  }

  static func wrongCell(_ reference: String) -> Self {
    Self(
      id: "workbook-damaged",
      "the cell '\(reference.clipped)' is out of order or no cell of this row; open the workbook "
        + "in Excel and save it again")
  }

  static func noSuchString(_ place: CellReference) -> Self {
    Self(
      id: "workbook-damaged",
      "cell \(place) points at a text that the workbook does not have; open it in Excel and save "
        + "it again")
  }

  static func brokenNumber(_ place: CellReference) -> Self {
    Self(
      id: "workbook-damaged",
      "cell \(place) says that it is a number and is none; open the workbook in Excel, correct the "
        + "cell and save it again")
  }

  static func errorCell(_ place: CellReference, _ value: String) -> Self {
    Self(
      id: "error-cell",
      "cell \(place) shows the error \(value.clipped); correct or empty it in Excel and save the "
        + "workbook")
  }

  static func longCell(_ place: CellReference) -> Self {
    Self(
      id: "field-too-long",
      "cell \(place) holds more than \(CSVReader.fieldLimit >> 10) KiB; shorten it")
  }

  static func cellBeyondColumns(_ place: CellReference) -> Self {
    Self(
      id: "too-many-columns",
      "cell \(place) stands beyond column \(CSVReader.columnLimit); keep only the survey in this "
        + "sheet")
  }

  static let noSheets = Self(
    id: "no-such-sheet", "this workbook has no sheet with cells; give the survey's export")

  static func noSuchSheet(_ wanted: [String], known: [String]) -> Self {
    Self(
      id: "no-such-sheet",
      "--sheet \(NearestName.quoted(wanted.prefix(1))) names nothing in this file; "
        + NearestName.list(known, lead: "it has"))
  }

  static func severalSheets(_ names: [String]) -> Self {
    Self(
      id: "several-sheets",
      NearestName.list(names, lead: "there is more than one table in this file:")
        + "; say which with --sheet")
  }

  static func noFilledSheet(hidden: [String]) -> Self {
    guard !hidden.isEmpty else {
      return Self(id: "file-empty", "the workbook's sheets are empty; export it again")
    }
    return Self(
      id: "several-sheets",
      "the sheets that are shown are empty; if a hidden one is meant, say which with --sheet ("
        + NearestName.quoted(hidden) + ")")
  }
}
