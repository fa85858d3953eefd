import Diagnostics

/// An anonymous instrument asks for no names, neither of others nor of whoever answers.
enum PrivacyRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    var respondent: InstrumentDraft.Item?
    for item in draft.items where item.role?.value == .respondent {
      if let first = respondent, let role = item.role {
        sink.error(.twoRespondents(first.name), at: role.span)
      } else {
        respondent = item
      }
    }
    guard let privacy = draft.privacy, privacy.value == .anonymous else { return }
    let line = privacy.span.location.line ?? 1
    for item in draft.items {
      if case .open(.nominate) = item.format {
        sink.error(.namesOthers(item.name, line: line), at: item.id?.span ?? item.span)
      }
      if let role = item.role, role.value == .respondent {
        sink.error(.namesRespondent(item.name, line: line), at: role.span)
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func namesOthers(_ id: String, line: Int) -> Self {
    Self(
      id: "anonymous-names",
      "the item '\(id.clipped)' asks for names and the instrument is anonymous; move the item to "
        + "an instrument of its own, or make line \(line) 'privacy: confidential'")
  }

  fileprivate static func namesRespondent(_ id: String, line: Int) -> Self {
    Self(
      id: "anonymous-respondent",
      "the item '\(id.clipped)' says who answered and the instrument is anonymous; delete it, or "
        + "make line \(line) 'privacy: confidential'")
  }

  fileprivate static func twoRespondents(_ first: String) -> Self {
    Self(
      id: "two-respondents",
      "the item '\(first.clipped)' says who answered already; keep 'role: respondent' on one item")
  }
}
