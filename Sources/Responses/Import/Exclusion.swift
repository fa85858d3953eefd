extension ImportLedger {
  /// Why a record is not among the responses.
  public enum Exclusion: String, Sendable, CaseIterable {
    /// Every cell is blank.
    case empty
    /// A later record has the same response id.
    case duplicate
    /// It has a fault, and the person chose to leave such records out.
    case fault
    /// It does not say for certain which pupil answered.
    case respondent = "respondent_not_matched"
    /// The pupil, or the family, asked not to take part.
    case optedOut = "opted_out"
    /// The tool marks it as a test or a preview.
    case preview = "test_or_preview"
    /// The tool marks it as unfinished.
    case unfinished
    /// It answers fewer questions than the person asks for.
    case partial = "too_few_answers"
    /// It was handed in before the round opened.
    case early = "before_opening"
    /// It was handed in after the round closed.
    case late = "after_close"
    /// The same record was taken into the audit before.
    case repeated = "already_imported"

    /// The reason for a reader, behind a number of records.
    public func title(of records: Int) -> String {
      switch self {
      case .empty: "blank"
      case .duplicate: "answered again later"
      case .fault: "with a fault"
      case .respondent: "from nobody known for certain"
      case .optedOut: records == 1 ? "from a pupil who opted out" : "from pupils who opted out"
      case .preview: records == 1 ? "test or preview" : "tests or previews"
      case .unfinished: "not finished"
      case .partial: "with too few answers"
      case .early: "from before the opening"
      case .late: "from after the close"
      case .repeated: "already taken in"
      }
    }
  }
}
