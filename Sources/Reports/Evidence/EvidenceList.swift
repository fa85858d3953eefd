public import Analysis
import Instruments
public import Responses

/// What the figures of a round rest on, down to the files that were taken in.
public struct EvidenceList {
  /// One source: an instrument's answers, or an entry of the ledger.
  struct Source {
    let id: String
    /// The short id, such as `E3`.
    let mark: String
    let instrument: String
    let audience: Instrument.Audience
    let family: EvidenceStrength.Family
    var methods: [String]
    var practices: [String]
    let n: Int?
    let entry: EvidenceEntry?
    /// Whether it asks which components matter most.
    var asksImportance = false
    /// The ids of the scores that say how people are and enter no component.
    var outcomes: [String] = []

    /// Of whom it speaks; a questionnaire of everybody.
    var tier: Tier { entry?.tier ?? .all }
  }

  let sources: [Source]
  private let imports: [ImportEntry]
  private let held: Set<String>
  private let place: ReportHeading
  private let policy: ReleasePolicy
  private let labels: [String: String]

  /// Lists the sources of a table.
  ///
  /// - Parameters:
  ///   - release: The table, as far as it may be shown.
  ///   - imports: The files that were taken in for the round.
  ///   - held: The labels of those whose numbers may not be shown.
  ///   - wanted: The id of a source, short or long, or of an instrument; `nil` for all.
  ///   - heading: Which school and round it is of.
  public init(
    _ release: Release<GapTable>, imports: [ImportEntry], held: Set<String>,
    wanted: String? = nil, heading: ReportHeading = ReportHeading()
  ) {
    let all = Self.sources(of: release.figures)
    labels = release.figures.practiceLabels
    sources = all.filter { source in
      guard let wanted else { return true }
      return source.id == wanted || source.instrument == wanted
        || source.mark == wanted.uppercased()
    }
    self.imports = imports
    self.held = held
    place = heading
    policy = release.policy
    known = Set(all.map(\.instrument)).sorted() + all.compactMap(\.entry?.id)
  }

  /// The ids of the instruments and the entries of the round, for a message.
  public let known: [String]

  /// Whether the id that was wanted is none.
  public var isEmpty: Bool { sources.isEmpty }

  private static func sources(of table: GapTable) -> [Source] {
    var sources: [Source] = []
    for practice in table.components.flatMap(\.practices) {
      for evidence in practice.evidence {
        let id = evidence.entry ?? evidence.instrument
        let methods = [evidence.method].compactMap(\.self)
        if let place = sources.firstIndex(where: { $0.id == id }) {
          if !sources[place].practices.contains(practice.practice.id) {
            sources[place].practices.append(practice.practice.id)
          }
          sources[place].methods += methods.filter { !sources[place].methods.contains($0) }
          continue
        }
        sources.append(
          Source(
            id: id, mark: table.mark(of: id), instrument: evidence.instrument,
            audience: evidence.audience,
            family: evidence.family, methods: methods, practices: [practice.practice.id],
            n: evidence.n, entry: table.entries.first { $0.id == evidence.entry }))
      }
    }
    return withOutcomes(sources + further(than: sources, of: table), of: table)
  }

  /// The sources with the outcome scores of each survey, and the surveys that have nothing else.
  private static func withOutcomes(_ sources: [Source], of table: GapTable) -> [Source] {
    var sources = sources
    for outcome in table.outcomes.sorted(by: { $0.instrument.id < $1.instrument.id }) {
      let instrument = outcome.instrument
      let scores = instrument.outcomes.map(\.id)
      if let place = sources.firstIndex(where: { $0.id == instrument.id }) {
        sources[place].outcomes = scores
      } else {
        sources.append(
          Source(
            id: instrument.id, mark: table.mark(of: instrument.id), instrument: instrument.id,
            audience: instrument.audience, family: .survey, methods: instrument.methods.sorted(),
            practices: [], n: outcome.n, entry: nil, outcomes: scores))
      }
    }
    return sources
  }

  /// What is numbered and stands behind no practice: entries of one tier, and who said what matters.
  private static func further(than sources: [Source], of table: GapTable) -> [Source] {
    let known = Set(sources.map(\.id))
    let entries = table.entries.filter { !known.contains($0.id) }.map { entry in
      Source(
        id: entry.id, mark: table.mark(of: entry.id), instrument: entry.instrument,
        audience: entry.audience, family: entry.family, methods: entry.methods.sorted(),
        practices: entry.practices,
        n: entry.toldPersons, entry: entry)
    }
    let chosen = (table.importance?.groups ?? []).flatMap { group in
      group.instruments.filter { !known.contains($0) }.map { id in
        Source(
          id: id, mark: table.mark(of: id), instrument: id, audience: group.audience,
          family: .survey, methods: [], practices: [], n: group.n, entry: nil,
          asksImportance: true)
      }
    }
    return entries + chosen
  }

  private func files(of source: Source) -> [ImportEntry] {
    imports.filter { $0.instrument == source.instrument && $0.undone == nil }
  }

  /// The account, 80 columns wide: each source with what it found, its practices and its files.
  public func text(style: TextStyle) -> String {
    var lines = style.headline(place.title("What the figures rest on"), policy.remark(for: nil))
    for source in sources {
      lines += ["", style.heading("\(source.mark)  \(source.id)")]
      if let entry = source.entry {
        lines += Wording.wrapped("  " + entry.sentence(labels), indent: "  ")
        let use =
          entry.tier == .all
          ? "It \(entry.feeds.words)."
          : "It is of \(entry.tier.people) alone: it says where they stand, and enters no index."
        lines += Wording.wrapped("  " + use, indent: "  ")
      } else {
        let count = source.n.map { "\($0)" } ?? "too few"
        lines += Wording.wrapped("  \(count) \(source.audience.rawValue) answered", indent: "  ")
      }
      let methods =
        source.methods.isEmpty ? "" : " Method: \(Wording.listed(source.methods.sorted()))."
      lines += Wording.wrapped("  \(Self.aim(of: source))\(methods)", indent: "  ")
      for file in files(of: source) { lines += Wording.wrapped(told(file), indent: "      ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a source is evidence of, in one or two sentences.
  private static func aim(of source: Source) -> String {
    var sentences: [String] = []
    if !source.practices.isEmpty { sentences.append("For \(Wording.listed(source.practices)).") }
    if source.asksImportance { sentences.append("For which components matter most.") }
    if !source.outcomes.isEmpty {
      let scores = source.outcomes.map { "'\($0)'" }
      sentences.append(
        "For how people are, by \(Wording.listed(scores)): outcomes, which enter no component.")
    }
    return sentences.isEmpty ? "For no practice." : sentences.joined(separator: " ")
  }

  private func told(_ file: ImportEntry) -> String {
    let day = file.day.map { ", \($0.iso)" } ?? ""
    let rows =
      held.contains(file.label)
      ? "too few rows to tell"
      : "\(Wording.counted(file.read, "row")): \(file.added) new, \(file.updated) changed"
    return "  \(file.label)  \(file.file)\(day): \(rows)"
  }

  /// Writes the list as `mhars.evidence/1`.
  public func writeJSON(to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.evidence/1")
      json.write(policy, for: nil, place)
      json.objects("evidence", of: sources) { source, json in
        json.member("id", source.id)
        json.member("short_id", source.mark)
        json.member("instrument", source.instrument)
        json.member("audience", source.audience.rawValue)
        json.member("family", source.family.rawValue)
        json.member("tier", source.tier.rawValue)
        json.member("methods", source.methods.sorted())
        json.member("practices", source.practices)
        json.member("outcomes", source.outcomes)
        json.member("n", source.n, orBecause: "suppressed")
        if let entry = source.entry {
          json.key("entry")
          json.object { EvidenceJSON.write(entry, to: &$0) }
        }
        json.objects("files", of: files(of: source)) { file, json in
          let isHeld = held.contains(file.label)
          json.member("import", file.label)
          json.member("file", file.file)
          json.member("day", file.day?.iso)
          json.member("read", isHeld ? nil : file.read)
          json.member("added", isHeld ? nil : file.added)
          json.member("updated", isHeld ? nil : file.updated)
        }
      }
    }
    return json.finish()
  }

  /// Writes the list with its heading row.
  public func writeCSV(to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "id", "instrument", "audience", "family", "methods", "practices", "n", "finding", "tier",
      "short_id", "outcomes",
    ])
    for source in sources {
      csv.row([
        .text(source.id), .text(source.instrument), .text(source.audience.rawValue),
        .text(source.family.rawValue), .text(source.methods.sorted().joined(separator: " ")),
        .text(source.practices.joined(separator: " ")), .count(source.n),
        .text(source.entry.map { $0.sentence(labels) }), .text(source.tier.rawValue),
        .text(source.mark), .text(source.outcomes.joined(separator: " ")),
      ])
    }
    return csv.finish()
  }
}

extension GapTable {
  /// The short id of a source, or its id where it has none.
  func mark(of id: String) -> String { numbered.first { $0.id == id }?.mark ?? id }

  /// The words for each practice of the framework, by its id.
  var practiceLabels: [String: String] {
    Dictionary(
      framework.components.flatMap(\.practices).map { ($0.id, $0.label) },
      uniquingKeysWith: { first, _ in first })
  }
}
