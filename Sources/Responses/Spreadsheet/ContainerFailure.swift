import Diagnostics

/// Why a workbook, or a file inside a zip archive, could not be read.
struct ContainerFailure: Error {
  /// What is wrong and what to do.
  let message: Diagnostic.Message
  /// The sheet or the inner file that it speaks of.
  var part: String?
  /// The row of the sheet.
  var row: Int?

  init(_ message: Diagnostic.Message, row: Int? = nil) {
    self.message = message
    self.row = row
  }
}
