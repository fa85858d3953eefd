import Diagnostics

/// A missing answer cannot be mistaken for one that counts.
enum MissingAnswersRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let answers = points(of: draft)
    for reason in draft.missing {
      if let code = reason.point.code, let owner = answers[code.value.folded] {
        sink.error(.missingClash(code.value, reason.reason.value, owner), at: code.span)
      }
      guard let label = reason.point.label else { continue }
      let keys = label.value.wordings.values.map(\.matchingKey)
      if let owner = keys.compactMap({ answers[$0] }).min() {
        sink.error(
          .missingClash(label.value.preferred, reason.reason.value, owner), at: label.span)
      }
    }
  }

  /// What a cell may hold for an answer that counts, with the scale or item it belongs to.
  private static func points(of draft: InstrumentDraft) -> [String: String] {
    var owners: [String: String] = [:]
    func add(_ points: [InstrumentDraft.Point], _ owner: String) {
      for point in points {
        if let code = point.code { owners[code.value.folded] = owner }
        for wording in point.label?.value.wordings.values.map(\.matchingKey) ?? [] {
          owners[wording] = owner
        }
      }
    }
    for scale in draft.scales { add(scale.points, "the scale '\(scale.id.value)'") }
    for item in draft.items {
      guard case .choices(let points, _) = item.format else { continue }
      add(points, "the item '\(item.name)'")
    }
    return owners
  }
}

extension Diagnostic.Message {
  fileprivate static func missingClash(_ text: String, _ reason: String, _ owner: String) -> Self {
    Self(
      id: "missing-clash",
      "'\(text.clipped)' means '\(reason.clipped)' and is also an answer of \(owner); "
        + "give the missing answer a code and label of its own")
  }
}
