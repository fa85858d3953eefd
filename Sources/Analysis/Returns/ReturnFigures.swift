public import Instruments
public import Responses

/// How many answers to an instrument came back, of how many that could, without saying whose.
///
/// The same groups are held back as in the figures of the instrument, whatever these are split by,
/// so that the two together tell no more than either.
public struct ReturnFigures: Sendable {
  /// A part of those who could answer.
  public struct Group: Sendable, Hashable {
    /// The column that splits them, such as `class`, and its words.
    public let by: String
    /// The value of the column, a code or a label.
    public let value: String
    /// The words for the part.
    public let title: String
    /// How many answered; `nil` where that is held back.
    public let returned: Int?
    /// How many could answer; `nil` where that is held back.
    public let expected: Int?

    /// The share that came back, 0 to 1; `nil` where a number is held back or nobody could answer.
    public var share: Double? {
      guard let returned, let expected, expected > 0 else { return nil }
      return Double(returned) / Double(expected)
    }

    /// The part with another number of those who could answer.
    fileprivate func telling(_ expected: Int?) -> Group {
      Group(by: by, value: value, title: title, returned: returned, expected: expected)
    }
  }

  /// What was asked.
  public let instrument: Instrument
  /// The fewest people whose number is shown.
  public let minimum: Int
  /// How many answered; `nil` where that is held back.
  public let returned: Int?
  /// How many could answer; `nil` where nobody said.
  public let expected: Int?
  /// The groups by which answers can be split, each column in the order of its labels.
  public let groups: [Group]

  /// The share that came back, 0 to 1; `nil` where a number is not known or held back.
  public var share: Double? {
    guard let returned, let expected, expected > 0 else { return nil }
    return Double(returned) / Double(expected)
  }

  /// Counts the responses to a survey.
  ///
  /// - Parameters:
  ///   - table: The responses.
  ///   - ledger: Where the records of their files went.
  ///   - policy: For whom they are counted.
  ///   - total: How many people could answer; `nil` where nobody said.
  ///   - population: The numbers of people by an item of the instrument; `nil` where nobody said.
  /// - Throws: What `population` throws.
  public init(
    of table: ResponseTable, ledger: ImportLedger, for policy: ReleasePolicy, total: Int?,
    population: (_ item: String) throws -> PopulationTable?
  ) rethrows {
    let items = table.instrument.items.filter { $0.role == .group }
    let figures = SurveyAnalysis(
      table, ledger: ledger, groupings: Grouping.ofGroupItems(in: table), pairs: []
    ).figures().released(under: policy).figures
    instrument = table.instrument
    minimum = policy.minimums?[table.instrument.audience] ?? 1
    returned = figures.groups.first?.n
    expected = total
    var columns: [[Group]] = []
    for item in items {
      guard let sizes = try population(item.id) else { continue }
      let shown = figures.groups.filter { $0.by == item.id }
      columns.append(
        item.format.points.compactMap { point in
          let size = sizes.count(by: item.id, value: point.code, title: point.title)
          guard let size else { return nil }
          let group = shown.first { $0.value == point.code }
          return Group(
            by: item.id, value: point.code, title: point.title,
            returned: group == nil ? 0 : group?.n, expected: size)
        })
    }
    let counted = columns.count { !$0.isEmpty }
    let least = minimum
    groups = columns.flatMap { own in
      let sizes = GroupSizes(
        own.map { ($0.expected, SubGroup.isDeclared($0.value, of: table.instrument.audience)) },
        below: least, isOnlyColumn: counted < 2)
      return zip(own, sizes.told).map { $0.telling($1) }
    }
  }

  /// Counts those who answered a question for names, by the classes of the roll.
  public init(of release: Release<NominationFigures>) {
    let figures = release.figures
    instrument = figures.instrument
    minimum = release.policy.minimums?[figures.instrument.audience] ?? 1
    returned = figures.groups.first { $0.scope == .school }?.answered
    expected = figures.pupils
    groups = figures.groups.filter { $0.scope == .class }.map {
      Group(
        by: "class", value: $0.label, title: $0.label, returned: $0.answered, expected: $0.pupils)
    }
  }

  /// Makes the figures of an instrument to which nothing came back yet.
  public init(nothingOf instrument: Instrument, minimum: Int, expected: Int?) {
    self.instrument = instrument
    self.minimum = minimum
    returned = 0
    self.expected = expected
    groups = []
  }
}
