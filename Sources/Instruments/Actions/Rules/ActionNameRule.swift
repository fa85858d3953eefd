import Diagnostics

/// Owners are roles, and no pupil is named in what governors will read.
enum ActionNameRule {
  static func check(
    _ draft: ActionDraft, _ namesPupil: (String) -> Bool, into sink: inout DiagnosticSink
  ) {
    if let owner = draft.owner, namesPupil(owner.value) {
      sink.error(.ownedByPupil, at: owner.span)
    }
    for (subject, text) in draft.texts where namesPupil(text.value) {
      sink.warning(.nameInText(subject), at: text.span)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let ownedByPupil = Self(
    id: "owner-is-a-pupil",
    "the owner has the name of a pupil on the roll; write the role that sees to it, such as 'Deputy "
      + "head'")

  fileprivate static func nameInText(_ subject: String) -> Self {
    Self(
      id: "pupil-named",
      "\(subject) seems to name a pupil on the roll; governors read this, so write it without the "
        + "name")
  }
}
