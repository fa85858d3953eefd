import Instruments

/// Finds the columns of a file that carry the items of an instrument.
struct HeadingMatcher {
  /// Where the answers to an item stand.
  enum Place: Hashable {
    /// In one column, counted from 0.
    case column(Int)
    /// In one column for each choice; a choice without a column has -1.
    case optionColumns([Int])
    /// In the columns of the names that somebody wrote.
    case nameColumns([Int])
    /// Among the answers to another item, for what people write beside its choices.
    case ownWords(of: String, column: Int)
  }

  /// Two columns that carry the same item, or one that could carry two.
  enum Conflict: Hashable {
    case twice(item: String, columns: [Int])
    case ambiguous(column: Int, items: [String])
    /// A choice of an item that has a column for each of the others.
    case optionMissing(item: String, option: String)
  }

  let instrument: Instrument
  let dialect: Dialect
  /// The columns of the file, each under all its names.
  let columns: [ExportColumn]
  /// The columns that the tool itself adds.
  private let own: Set<Int>
  private(set) var places: [String: Place] = [:]
  private(set) var conflicts: [Conflict] = []
  private var used: Set<Int> = []
  /// What decided on each column that carries something.
  private var reasons: [Int: ColumnUse.Reason] = [:]
  /// The columns with what people write beside the choices of an item, by column.
  private(set) var ownWords: [Int: String] = [:]
  /// The columns that may carry what has none, as questions to a person.
  private(set) var proposals: [HeadingProposal] = []

  /// Matches the columns of a file; of the headings that are near to an item and not the same, it
  /// takes those that a person `confirmed`, by the names of their proposals.
  init(
    head: ExportHead, instrument: Instrument, recipe: ImportRecipe? = nil,
    confirmed: [String] = []
  ) {
    self.instrument = instrument
    dialect = head.dialect
    columns = head.columns
    let traits = head.dialect.traits
    // A column that the tool itself adds, such as the name of an account, carries an item only
    // where no other column does.
    own = Set(columns.indices.filter { traits.isOwn(head.keys[$0]) })
    if let recipe { follow(recipe) }
    if traits.prefersChoiceColumns { matchChoices() }
    matchWholeItems(in: Set(columns.indices).subtracting(own))
    matchWholeItems(in: own)
    matchChoices()
    for item in instrument.items where places[item.id] == nil {
      if case .nominate(let rule) = item.format { matchNames(of: item, limit: rule.limit) }
    }
    matchOwnWords()
    // Who answers a list of names, and whom they name, is found in other ways too.
    if instrument.nomination == nil {
      proposals = HeadingProposal.all(
        columns, open: otherColumns.filter { ownWords[$0] == nil }, for: targets(since: recipe))
      for proposal in proposals where confirmed.contains(proposal.name) { take(proposal) }
    }
  }

  /// The columns of "Other (please specify)": the text item beside the choices takes them, where
  /// there is one; where the tool writes such words among the choices, it takes them from there.
  private mutating func matchOwnWords() {
    let items = instrument.items.filter { OwnWords.mayBelong(to: $0) && places[$0.id] != nil }
    let keys = items.map { item in
      OwnWords.columnKeys(Self.keys(of: item, in: instrument).flatMap { $0 })
    }
    for column in otherColumns {
      let names = columns[column].names
      var owner = zip(items, keys).first { names.contains(where: $0.1.contains) }?.0
      if owner == nil, OwnWords.isAlone(columns[column]), let before = use(of: column - 1) {
        owner = items.first { $0.id == before.item }
      }
      guard let owner else { continue }
      if let home = OwnWords.home(of: owner, in: instrument), places[home.id] == nil {
        places[home.id] = .column(column)
        used.insert(column)
        reasons[column] = .ownWords
      } else {
        ownWords[column] = owner.id
      }
    }
    for item in items {
      guard let column = columnOfOther(item) else { continue }
      if let home = OwnWords.home(of: item, in: instrument), places[home.id] == nil {
        places[home.id] = .ownWords(of: item.id, column: column)
      } else if ownWords.values.contains(item.id) == false {
        ownWords[column] = item.id
      }
    }
  }

  /// The column of an item in which people's own words may stand among the answers.
  private func columnOfOther(_ item: Item) -> Int? {
    guard let choice = OwnWords.choice(of: item) else { return nil }
    switch places[item.id] {
    case .optionColumns(let columns)?: return columns[choice] < 0 ? nil : columns[choice]
    case .column(let column)?: return dialect.traits.writesOwnWordsInCells ? column : nil
    default: return nil
    }
  }

  /// Whether an item has a column for each choice.
  func isTicked(_ item: String) -> Bool {
    if case .optionColumns? = places[item] { true } else { false }
  }

  /// Whether a column holds people's own words among the answers to the item that they belong to.
  func holdsWordsAmongAnswers(_ column: Int) -> Bool { used.contains(column) }

  /// What has no column, under its own headings and those that it had in an earlier file.
  private func targets(since recipe: ImportRecipe?) -> [HeadingProposal.Target] {
    func target(_ item: Item, _ choice: String?, _ keys: [String]) -> HeadingProposal.Target {
      let earlier = (recipe?.columns ?? []).filter { $0.item == item.id && $0.choice == choice }
      let all = keys + earlier.map { HeadingKey.of($0.heading) }
      return HeadingProposal.Target(
        item: item.id, choice: choice, keys: all.filter { !$0.isEmpty })
    }
    let whole = missingItems.map { item in
      target(item, nil, Self.keys(of: item, in: instrument).flatMap { $0 })
    }
    let choices = conflicts.compactMap { conflict -> HeadingProposal.Target? in
      guard case .optionMissing(let id, let option) = conflict, let item = instrument.item(id),
        let point = item.format.points.first(where: { $0.title == option })
      else { return nil }
      return target(item, point.code, keys(of: point, in: item))
    }
    return whole + choices
  }

  /// Takes a column that a person confirmed.
  private mutating func take(_ proposal: HeadingProposal) {
    let points = instrument.item(proposal.item)?.format.points ?? []
    if let choice = proposal.choice {
      guard case .optionColumns(var columns)? = places[proposal.item],
        let option = points.firstIndex(where: { $0.code == choice })
      else { return }
      columns[option] = proposal.column
      places[proposal.item] = .optionColumns(columns)
      conflicts.removeAll {
        $0 == .optionMissing(item: proposal.item, option: points[option].title)
      }
    } else {
      places[proposal.item] = .column(proposal.column)
    }
    used.insert(proposal.column)
    reasons[proposal.column] = .confirmed
  }

  /// The proposal that is about a column; `nil` where there is none, or it was confirmed.
  func proposal(for column: Int) -> HeadingProposal? {
    used.contains(column) ? nil : proposals.first { $0.column == column }
  }

  /// Takes the columns as a recipe has them; what it does not name is matched as without one.
  private mutating func follow(_ recipe: ImportRecipe) {
    let titles = columns.map(\.title.matchingKey)
    var options: [String: [Int]] = [:]
    for entry in recipe.columns where !entry.isProposed {
      let found = titles.indices.filter { titles[$0] == entry.heading.matchingKey }
      guard let first = found.first, let id = entry.item, let item = instrument.item(id) else {
        continue
      }
      if found.count > 1 { conflicts.append(.twice(item: id, columns: found)) }
      used.insert(first)
      reasons[first] = .recipe
      guard let choice = entry.choice else {
        places[id] = .column(first)
        continue
      }
      let points = item.format.points
      guard let option = points.firstIndex(where: { $0.code == choice }) else { continue }
      options[id, default: Array(repeating: -1, count: points.count)][option] = first
    }
    for (id, columns) in options.sorted(by: { $0.key < $1.key }) {
      places[id] = .optionColumns(columns)
      for (point, column) in zip(instrument.item(id)?.format.points ?? [], columns)
      where column < 0 {
        conflicts.append(.optionMissing(item: id, option: point.title))
      }
    }
  }

  /// The item, and the choice of it, that a column carries; `nil` for none.
  func use(of column: Int) -> (item: String, choice: String?)? {
    for item in instrument.items {
      switch places[item.id] {
      case .column(column)?: return (item.id, nil)
      case .nameColumns(let columns)? where columns.contains(column): return (item.id, nil)
      case .optionColumns(let columns)?:
        guard let option = columns.firstIndex(of: column) else { continue }
        return (item.id, item.format.points[option].code)
      default: continue
      }
    }
    return nil
  }

  /// Where every column of the file went.
  func uses(asked: Set<Int>) -> [ColumnUse] {
    columns.indices.map { column in
      let use = use(of: column)
      let reason: ColumnUse.Reason =
        use != nil
        ? reasons[column] ?? .wording
        : asked.contains(column)
          ? .asked
          : own.contains(column)
            ? .tool
            : ownWords[column] != nil
              ? .wordsNotKept : proposal(for: column) == nil ? .none : .near
      return ColumnUse(
        heading: columns[column].title, item: use?.item, choice: use?.choice, reason: reason,
        proposal: use == nil ? proposal(for: column)?.name : nil)
    }
  }

  /// The items whose choices have a column each.
  private mutating func matchChoices() {
    for item in instrument.items where places[item.id] == nil {
      switch item.format {
      case .multiple(let points), .single(let points): matchOptions(of: item, points)
      default: break
      }
    }
  }

  /// The columns that carry no item and that the tool did not add itself.
  var otherColumns: [Int] {
    columns.indices.filter { !used.contains($0) && !own.contains($0) }
  }

  /// The items of the instrument that no column carries, nor could carry.
  var missingItems: [Item] {
    let open = conflicts.flatMap { conflict in
      if case .ambiguous(_, let items) = conflict { items } else { [String]() }
    }
    return instrument.items.filter { places[$0.id] == nil && !open.contains($0.id) }
  }

  /// The heading keys under which an item may stand, the surest first.
  static func keys(of item: Item, in instrument: Instrument) -> [[String]] {
    let aliases = (instrument.aliases[item.id] ?? []).map(HeadingKey.of)
    var wordings: [String] = []
    for (language, text) in item.text?.wordings ?? [:] {
      wordings.append(HeadingKey.of(text))
      if let stem = item.stem?.wordings[language] {
        wordings.append(HeadingKey.of(stem + " " + text))
      }
    }
    return [[HeadingKey.of(item.id)] + aliases, wordings.sorted()]
  }

  /// Matches ids and aliases first, then wordings, so that a wording never takes a column from
  /// the item that is named by it.
  private mutating func matchWholeItems(in columnsToMatch: Set<Int>) {
    for rank in 0..<2 {
      var owners: [String: [String]] = [:]
      for item in instrument.items where places[item.id] == nil {
        for key in Set(Self.keys(of: item, in: instrument)[rank]) where !key.isEmpty {
          owners[key, default: []].append(item.id)
        }
      }
      if rank == 1, dialect == .microsoftForms { numberRepeats(&owners) }
      var found: [String: [Int]] = [:]
      for column in columns.indices where columnsToMatch.contains(column) && !used.contains(column)
      {
        guard let items = items(of: columns[column], owners) else { continue }
        if items.count == 1 {
          found[items[0], default: []].append(column)
        } else {
          conflicts.append(.ambiguous(column: column, items: items))
        }
      }
      for item in instrument.items {
        guard let found = found[item.id], let first = found.first else { continue }
        if found.count > 1 { conflicts.append(.twice(item: item.id, columns: found)) }
        places[item.id] = .column(first)
        reasons[first] = rank == 0 ? .name : .wording
        used.formUnion(found)
      }
    }
  }

  /// The items that a column may carry, by the surest of its names that any has.
  private func items(of column: ExportColumn, _ owners: [String: [String]]) -> [String]? {
    for name in column.names {
      if let items = owners[name] { return items }
    }
    guard let cut = column.cutName else { return nil }
    let items = owners.filter { $0.key.hasPrefix(cut) }.flatMap(\.value)
    return items.isEmpty ? nil : Set(items).sorted()
  }

  /// Microsoft Forms numbers statements that stand in several grids: `Work`, `Work2`, `Work3`.
  private func numberRepeats(_ owners: inout [String: [String]]) {
    for (key, items) in owners.sorted(by: { $0.key < $1.key }) where items.count > 1 {
      for (index, item) in items.enumerated() {
        if index == 0 {
          owners[key] = [item]
        } else {
          owners[key + "\(index + 1)", default: []].append(item)
        }
      }
    }
  }

  /// Columns headed by the item and a choice: `worry[SQ001]`, `worry/toilets`, `Where… [Toilets]`.
  private mutating func matchOptions(of item: Item, _ points: [Point]) {
    var places = [Int](repeating: -1, count: points.count)
    for (option, point) in points.enumerated() {
      let wanted = Set(keys(of: point, in: item))
      let found = columns.indices.filter { column in
        !used.contains(column) && !own.contains(column)
          && columns[column].names.contains(where: wanted.contains)
      }
      if found.count > 1 { conflicts.append(.twice(item: item.id, columns: found)) }
      if let first = found.first { places[option] = first }
    }
    let found = places.filter { $0 >= 0 }
    guard found.count > 1 || found.count == points.count, !found.isEmpty else { return }
    for (point, column) in zip(points, places) where column < 0 {
      conflicts.append(.optionMissing(item: item.id, option: point.title))
    }
    if let shared = found.first(where: { column in found.count { $0 == column } > 1 }) {
      let options = zip(points, places).filter { $0.1 == shared }
      conflicts.append(
        .ambiguous(column: shared, items: options.map { "\(item.id)/\($0.0.code)" }))
    }
    used.formUnion(found)
    self.places[item.id] = .optionColumns(places)
  }

  /// The heading keys under which a choice may stand.
  private func keys(of point: Point, in item: Item) -> [String] {
    let stems = Self.keys(of: item, in: instrument).flatMap { $0 }
    var keys = stems.flatMap { stem in point.words.map { HeadingKey.of(stem + " " + $0) } }
    if dialect == .redcap {
      keys += stems.map { HeadingKey.of($0 + " " + Self.redcapCode(point.code)) }
    }
    if OwnWords.isMeant(by: point) { keys += OwnWords.choiceKeys(stems) }
    if dialect.traits.headsChoicesAlone { keys += point.words.map(HeadingKey.of) }
    return keys.filter { !$0.isEmpty }
  }

  /// A code as REDCap writes it behind three underscores: other signs than letters and digits become
  /// underscores, which headings are compared without.
  private static func redcapCode(_ code: String) -> String {
    String(code.map { $0.isLetter || $0.isNumber ? $0 : " " })
  }

  /// Columns headed by the item and a number: `trusted_1`, `Who do you trust? [First name 1]`.
  private mutating func matchNames(of item: Item, limit: Int) {
    let stems = Self.keys(of: item, in: instrument).flatMap { $0 }.filter { !$0.isEmpty }
    let ordinals = ["first", "second", "third", "fourth", "fifth"].prefix(limit)
    let found = columns.indices.filter { column in
      !used.contains(column)
        && columns[column].names.contains { name in
          stems.contains { stem in
            guard name.hasPrefix(stem) else { return false }
            let rest = name.dropFirst(stem.count)
            guard let next = rest.first, next == " " || next.isNumber else { return false }
            return rest.split(separator: " ").contains { word in
              ordinals.contains(String(word)) || Int(word).map { (1...limit).contains($0) } ?? false
            }
          }
        }
    }
    guard !found.isEmpty else { return }
    used.formUnion(found)
    places[item.id] = .nameColumns(found)
  }
}
