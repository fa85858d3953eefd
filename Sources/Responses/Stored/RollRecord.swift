/// One pupil of a roll as it is kept.
public struct RollRecord: Sendable, Hashable {
  /// What a roll says of a pupil beside the name: a class, a year, a further column.
  public struct Group: Sendable, Hashable {
    /// Which column it is.
    public enum Kind: String, Sendable, CaseIterable {
      case `class`, year, other
    }

    public var kind: Kind
    /// The heading of a further column; empty for class and year.
    public var heading: String
    public var label: String

    public init(kind: Kind, heading: String, label: String) {
      self.kind = kind
      self.heading = heading
      self.label = label
    }
  }

  public var id: String
  /// The full name; empty where the roll has none.
  public var name: String
  /// What the pupil is called; empty where the roll does not say.
  public var knownAs: String
  /// What else the pupil is called, parted by semicolons; empty where the roll does not say.
  public var aliases: String
  public var hasLeft: Bool
  public var isOptedOut: Bool
  /// The labels of the pupil, by kind and heading; blank ones left out.
  public var groups: [Group]

  public init(
    id: String, name: String, knownAs: String, aliases: String = "", hasLeft: Bool,
    isOptedOut: Bool, groups: [Group]
  ) {
    self.id = id
    self.name = name
    self.knownAs = knownAs
    self.aliases = aliases
    self.hasLeft = hasLeft
    self.isOptedOut = isOptedOut
    self.groups = groups
  }

  /// The name for a person's eye, in which characters that nobody sees stand as their numbers.
  public var shownName: String {
    let own = name.isEmpty ? knownAs : name
    return NameScript.isDoubtful(own) ? NameScript.revealed(own) : own
  }

  /// What else the pupil is called, one by one.
  var otherNames: [String] {
    aliases.split(separator: ";").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }
}

extension Roll {
  /// The pupils one by one, those on roll in its order, then those who have left.
  public var records: [RollRecord] {
    let columns: [(RollRecord.Group.Kind, String, LabelColumn)] =
      (classes.map { [(.class, "", $0)] } ?? []) + (years.map { [(.year, "", $0)] } ?? [])
      + others.sorted { $0.key < $1.key }.map { (.other, $0.key, $0.value) }
    let present = (0..<count).map { pupil in
      RollRecord(
        id: ids[pupil], name: names?[pupil] ?? "", knownAs: knownAs?[pupil] ?? "",
        aliases: aliases?[pupil] ?? "", hasLeft: false, isOptedOut: optedOut[pupil],
        groups: columns.compactMap { kind, heading, column in
          let label = column.cells[pupil]
          if label < 0 { return nil }
          return RollRecord.Group(kind: kind, heading: heading, label: column.labels[Int(label)])
        })
    }
    let gone = leavers.map {
      RollRecord(
        id: $0.id, name: $0.name, knownAs: $0.knownAs, aliases: $0.aliases, hasLeft: true,
        isOptedOut: false, groups: [])
    }
    return present + gone
  }

  /// Makes a roll from records that were kept, whatever their order.
  public init(_ records: [RollRecord]) {
    let gone = records.filter(\.hasLeft)
    var unsorted = TextColumn()
    let here = records.filter { !$0.hasLeft }
    for record in here { unsorted.append(record.id) }
    let present = unsorted.sortedOrder().map { $0.map { here[$0] } } ?? here
    var ids = TextColumn()
    var names = TextColumn()
    var called = TextColumn()
    var aliases = TextColumn()
    for record in present {
      ids.append(record.id)
      names.append(record.name)
      called.append(record.knownAs)
      aliases.append(record.aliases)
    }
    func column(_ kind: RollRecord.Group.Kind, _ heading: String) -> LabelColumn {
      var builder = LabelBuilder()
      for record in present {
        var label =
          record.groups.first { $0.kind == kind && $0.heading == heading }?.label ?? ""
        label.withUTF8 { builder.append($0) }
      }
      return builder.column
    }
    let kinds = Set(present.flatMap { $0.groups.map { [$0.kind.rawValue, $0.heading] } })
    var others: [String: LabelColumn] = [:]
    for kind in kinds where kind[0] == RollRecord.Group.Kind.other.rawValue {
      others[kind[1]] = column(.other, kind[1])
    }
    let hasClasses = kinds.contains([RollRecord.Group.Kind.class.rawValue, ""])
    let hasYears = kinds.contains([RollRecord.Group.Kind.year.rawValue, ""])
    self.init(
      ids: ids, names: present.contains { !$0.name.isEmpty } ? names : nil,
      knownAs: present.contains { !$0.knownAs.isEmpty } ? called : nil,
      aliases: present.contains { !$0.aliases.isEmpty } ? aliases : nil,
      classes: hasClasses ? column(.class, "") : nil,
      years: hasYears ? column(.year, "") : nil, optedOut: present.map(\.isOptedOut),
      others: others,
      leavers: gone.map {
        Leaver(id: $0.id, name: $0.name, knownAs: $0.knownAs, aliases: $0.aliases)
      },
      index: ids.identifierIndex())
  }
}
