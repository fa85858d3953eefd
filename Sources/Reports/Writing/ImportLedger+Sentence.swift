import Responses

extension ImportLedger {
  /// What became of the rows of the file.
  var sentence: String {
    var text = "\(dialect.title): \(Wording.counted(read, "row")), \(Wording.grouped(used)) used"
    let left = Exclusion.allCases.compactMap { reason in
      excluded[reason].map { "\($0) \(reason.title(of: $0))" }
    }
    if !left.isEmpty { text += "; left out: " + left.joined(separator: ", ") }
    if unreadableCells > 0 {
      text +=
        "; \(Wording.counted(unreadableCells, "answer")) could be read in two ways and "
        + "\(unreadableCells == 1 ? "counts" : "count") as missing"
    }
    return text + "."
  }
}
