import Analysis
import Instruments

extension Action.Status {
  /// The status in words.
  var words: String { rawValue.replacing("_", with: " ") }
}

extension Action.Cost {
  /// The cost in words.
  var words: String {
    switch self {
    case .none: "costs nothing"
    case .small: "costs little"
    case .funded: "needs funding"
    }
  }
}

extension SmallestChange {
  /// What we could detect, as a sentence.
  var sentence: String {
    switch self {
    case .points(let points, let n):
      "Smallest change we could detect: \(Wording.figure(points.rounded(.up))) points of 100, with as "
        + "many as now (\(n))."
    case .unknown(let reason): "Smallest change we could detect: cannot be told, \(reason.words)."
    }
  }
}

extension SmallestChange.Reason {
  /// Why it cannot be told, behind a comma.
  var words: String {
    switch self {
    case .notTakenIn: "as nothing of it was taken in"
    case .noIndex: "as it gives no scale and no share of the practice"
    case .severalFigures: "as it gives several figures; name one behind a dot"
    case .names: "as names on lists have none"
    case .notByTier: "as nothing of it is of this tier alone"
    case .heldBack: "as too few answered to show"
    case .tooLittle: "as too little was looked at"
    case .noSpread: "as all are alike"
    }
  }
}
