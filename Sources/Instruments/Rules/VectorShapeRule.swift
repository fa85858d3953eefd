import Diagnostics

/// The vectors of a key speak of answers and scores that it has.
enum VectorShapeRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let items = draft.items.filter { $0.scale != nil }
    let scores = draft.scores.compactMap(\.id?.value)
    for vector in draft.vectors {
      if vector.answers.count > items.count {
        sink.error(
          .tooManyAnswers(vector.answers.count, items.count), at: vector.answers[items.count].span)
      }
      for (item, answer) in zip(items, vector.answers) {
        guard let code = answer.value, let scale = item.scale.flatMap(draft.scale) else { continue }
        let known = scale.points.compactMap { $0.code?.value }
        if !known.contains(String(code)) {
          sink.error(.unknownCode(code, item.name, known: known), at: answer.span)
        }
      }
      for id in vector.expected.map(\.score) + vector.bands.map(\.score)
      where !scores.contains(id.value) {
        sink.error(.unknownScore(id.value, known: scores), at: id.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func tooManyAnswers(_ count: Int, _ items: Int) -> Self {
    Self(
      id: "vector-answers",
      "the vector has \(count) answers and the key \(items) items; delete the further answers")
  }
}
