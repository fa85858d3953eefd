import Diagnostics

/// Bands have a label each and at least one end, and none shares a value with another.
enum BandRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    for score in draft.scores {
      let bands = score.rules.bands
      for (place, own) in bands.enumerated() {
        if !own.band.isInterval { sink.error(.badBand(own.band.label), at: own.span) }
        for earlier in bands[..<place] {
          if earlier.band.label == own.band.label {
            sink.error(.sameLabel(own.band.label), at: own.span)
          } else if earlier.band.meets(own.band) {
            sink.error(.overlap(own.band.label, earlier.band.label), at: own.span)
          }
        }
      }
    }
  }
}

extension Banding.Band {
  /// Whether the band has one end at least, no side twice, and its ends in order.
  fileprivate var isInterval: Bool {
    guard from == nil || above == nil, to == nil || below == nil else { return false }
    guard from ?? above ?? to ?? below != nil else { return false }
    guard let low = from ?? above, let high = to ?? below else { return true }
    return low < high || (low == high && from != nil && to != nil)
  }

  /// Whether some value belongs to both bands.
  fileprivate func meets(_ other: Banding.Band) -> Bool {
    !(ends(before: other) || other.ends(before: self))
  }

  private func ends(before other: Banding.Band) -> Bool {
    guard let high = to ?? below, let low = other.from ?? other.above else { return false }
    return high < low || (high == low && (below != nil || other.above != nil))
  }
}

extension Diagnostic.Message {
  fileprivate static func badBand(_ label: String) -> Self {
    Self(
      id: "bad-band",
      "the band '\(label.clipped)' has no values; give it 'from' or 'above', and 'to' or 'below', "
        + "the lower first")
  }

  fileprivate static func sameLabel(_ label: String) -> Self {
    Self(
      id: "bad-band", "two bands are called '\(label.clipped)'; give each a label of its own")
  }

  fileprivate static func overlap(_ label: String, _ other: String) -> Self {
    Self(
      id: "bad-band",
      "the bands '\(label.clipped)' and '\(other.clipped)' share a value; end one where the other "
        + "starts")
  }
}
