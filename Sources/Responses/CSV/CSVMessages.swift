import Diagnostics

/// The sentences of the CSV layer: whole files, quoting, encodings.
extension Diagnostic.Message {
  static func cannotRead(_ error: any Error) -> Self {
    switch error {
    case FileSource.Failure.missing:
      Self(id: "file-missing", "there is no such file; check the name and the folder")
    case FileSource.Failure.folder:
      Self(id: "file-is-folder", "this is a folder; give the file inside it")
    case FileSource.Failure.forbidden:
      Self(id: "file-forbidden", "this file may not be read; ask for permission or copy it")
    case FileSource.Failure.unreadable(let reason):
      Self(id: "file-unreadable", "this file cannot be read (\(reason.lowercased())); try a copy")
    default:
      Self(id: "file-unreadable", "this file cannot be read; try a copy")
    }
  }

  static let emptyFile = Self(
    id: "file-empty", "the file is empty; export it again")

  static let onlyBlankLines = Self(
    id: "file-empty", "the file has only blank lines; export it again")

  static func foreignFile(_ kind: String) -> Self {
    Self(
      id: "file-not-csv",
      "this is \(kind), neither a CSV file nor an .xlsx workbook; open it and save it as 'CSV "
        + "UTF-8'")
  }

  static let notText = Self(
    id: "file-not-text",
    "this is not a text file, or UTF-16 without its mark; save it as 'CSV UTF-8'")

  static let notUTF8 = Self(
    id: "not-utf8",
    "this character is not UTF-8; save the file as 'CSV UTF-8', or give --encoding windows-1252 "
      + "if an older Windows program wrote it")

  static let brokenUTF16 = Self(
    id: "not-utf16", "the file begins as UTF-16 and does not go on so; save it as 'CSV UTF-8'")

  static let notWindows1252 = Self(
    id: "not-windows-1252",
    "the file holds bytes that Windows-1252 does not know; leave --encoding out, or save it as "
      + "'CSV UTF-8'")

  static let outOfMemory = Self(
    id: "out-of-memory", "there is too little memory to read the file; close other programs")

  static func tooLarge(_ limit: Int) -> Self {
    Self(
      id: "file-too-large",
      "the file is larger than \(limit >> 20) MiB; split it, or raise --max-size")
  }

  static func tooLargeToHold(_ limit: Int) -> Self {
    Self(
      id: "file-too-large",
      "more than \(limit >> 20) MiB have to be held in memory; save the file as 'CSV UTF-8' first")
  }

  static let tooManyColumns = Self(
    id: "too-many-columns",
    "this line has more than \(CSVReader.columnLimit) columns; export only the survey")

  static func fieldTooLong(_ heading: String?) -> Self {
    Self(
      id: "field-too-long",
      "an answer\(inColumn(heading)) is longer than \(CSVReader.fieldLimit >> 10) KiB; shorten it "
        + "or export again")
  }

  static func longQuote(_ heading: String?) -> Self {
    Self(
      id: "unclosed-quote",
      "a quotation mark opens here\(inColumn(heading)) and is not closed within "
        + "\(CSVReader.fieldLimit >> 10) KiB; close it, or shorten the answer")
  }

  static func unclosedQuote(_ heading: String?) -> Self {
    Self(
      id: "unclosed-quote",
      "a quotation mark opens here\(inColumn(heading)) and is never closed; close it, or write "
        + "two where the answer itself has one")
  }

  static func strayQuote(_ heading: String?) -> Self {
    Self(
      id: "stray-quote",
      "a quotation mark stands inside an answer\(inColumn(heading)); put the whole answer in "
        + "quotation marks and write the inner one twice")
  }

  private static func inColumn(_ heading: String?) -> String {
    heading.map { " in column '\($0.clipped)'" } ?? ""
  }
}
