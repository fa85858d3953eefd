import Diagnostics

/// What is to tell whether an action works is an instrument of the plan, and a part that it has.
enum ActionMeasureRule {
  static func check(
    _ draft: ActionDraft, _ instruments: [Instrument], into sink: inout DiagnosticSink
  ) {
    guard let measure = draft.measure else { return }
    let own = instruments.filter { $0.id == measure.value.instrument }
    guard let instrument = own.first else {
      let known = Set(instruments.map(\.id)).sorted()
      sink.error(.noInstrument(measure.value.instrument, known), at: measure.span)
      return
    }
    guard let part = measure.value.part else { return }
    let known = instrument.items.map(\.id) + (instrument.record?.measures.map(\.id) ?? [])
    // The measure of a talk has an entry for each practice, whose id goes on behind it.
    let first = part.split(separator: ".").first.map(String.init) ?? part
    let isKnown =
      known.contains(part) || instrument.record?.measures.contains { $0.id == first } == true
    if !isKnown { sink.error(.noPart(part, instrument, known), at: measure.span) }
  }
}

extension Diagnostic.Message {
  fileprivate static func noInstrument(_ id: String, _ known: [String]) -> Self {
    Self(
      id: "measure-not-in-plan",
      "no round of the plan has the instrument '\(id.clipped)', so that nothing would tell; "
        + NearestName.remedy(for: id, among: known, lead: "its instruments are"))
  }

  fileprivate static func noPart(_ part: String, _ instrument: Instrument, _ known: [String])
    -> Self
  {
    let own = instrument.record?.measures.map(\.id) ?? known
    let remedy =
      NearestName.question(for: part, among: known)
      ?? NearestName.list(own, lead: "it has")
    return Self(
      id: "unknown-part",
      "the instrument '\(instrument.id)' has nothing called '\(part.clipped)'; \(remedy)")
  }
}
