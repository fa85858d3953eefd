/// The keys that each part of a file may have, in the order in which messages list them.
enum KnownKeys {
  static let instrument = [
    "id", "version", "title", "framework", "audience", "privacy", "method", "missing", "scales",
    "sections", "scores", "record", "import", "key", "key_text", "licence", "confidence", "vectors",
  ]
  static let missingReason = ["code", "label"]
  static let scale = ["favourable", "points"]
  static let point = ["code", "label"]
  static let section = ["id", "stem", "scale", "items"]
  static let item = [
    "id", "type", "text", "scale", "choices", "reverse", "practice", "role", "importance",
    "from", "scope", "max",
  ]
  static let score = [
    "id", "title", "items", "from", "method", "min_answered", "range", "recode", "rounding",
    "table",
    "labels", "bands", "outcome", "better", "awaits", "confidence",
  ]
  static let record = [
    "unit", "setting", "observer", "tier", "sample", "minimum", "minutes", "measures",
  ]
  static let recordMinimum = ["units", "settings", "count"]
  static let measure = [
    "id", "title", "kind", "of", "among", "by", "values", "per", "at_least", "below", "passed",
    "due",
    "better", "practices", "feeds",
  ]
  static let scoreItem = ["item", "reverse"]
  static let label = ["label", "when"]
  static let banding = ["scheme", "bands"]
  static let band = ["label", "from", "above", "to", "below"]
  static let licence = ["status", "ships_text", "note"]
  static let vector = ["answers", "expect", "bands", "note"]

  static let framework = ["id", "title", "source", "components"]
  static let crosswalk = ["id", "title", "source", "crosswalk", "components"]
  static let crosswalkComponent = ["id", "code", "title", "practices"]
  static let component = ["id", "code", "title", "practices", "methods"]
  static let practice = ["id", "code", "label"]
  static let frameworkMethod = [
    "id", "label", "data_type", "respondents", "practices", "minimum", "rule",
  ]

  static let auditPlan = [
    "school", "phase", "framework", "components", "not_applicable", "rounds", "targets", "groups",
    "minimums", "reference", "keep",
  ]
  static let round = ["id", "title", "from", "until", "instruments"]
  static let keep = ["answers", "names"]

  static let actionRegister = ["actions"]
  static let action = [
    "id", "practice", "tier", "first_step", "owner", "begin", "cost", "measure", "review", "status",
    "round", "evidence", "outcome",
  ]
}

/// The words of `type:` on an item.
enum ItemType: String, CaseIterable {
  case scale, single, multiple, number, date, text, list, nominate

  /// The keys that only some types have.
  static let particularKeys = [
    "scale", "choices", "reverse", "importance", "from", "scope", "max",
  ]

  /// Which of the particular keys the type has.
  var ownKeys: [String] {
    switch self {
    case .scale: ["scale", "reverse"]
    case .single: ["choices"]
    case .multiple: ["choices", "importance"]
    case .nominate: ["from", "scope", "max"]
    case .number, .date, .text, .list: []
    }
  }
}
