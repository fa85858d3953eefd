import Diagnostics
import Instruments

/// What is not where a recipe had it.
struct RecipeDrift: Equatable {
  /// Headings of the file that the recipe does not know.
  let new: [String]
  /// Headings of the recipe that the file does not have.
  let gone: [String]
  /// Headings that stand in another order than in the recipe.
  let moved: [String]

  init(from recipe: ImportRecipe, to columns: [ExportColumn]) {
    let (then, now) = (recipe.columns.map(\.heading), columns.map(\.title))
    let (known, present) = (Set(then.map(\.matchingKey)), Set(now.map(\.matchingKey)))
    new = now.filter { !known.contains($0.matchingKey) && !$0.trimmingBlanks.isEmpty }
    gone = then.filter { !present.contains($0.matchingKey) }
    // Both orders without what only one of them has.
    let before = then.filter { present.contains($0.matchingKey) }
    let after = now.filter { known.contains($0.matchingKey) }
    let changes = after.map(\.matchingKey).difference(from: before.map(\.matchingKey))
    let keys = Set(
      changes.insertions.map { change -> String in
        if case .insert(_, let key, _) = change { return key }
        return ""
      })
    moved = after.filter { keys.contains($0.matchingKey) }
  }

  /// Says what changed, where the recipe lists the whole file.
  func report(_ recipe: ImportRecipe, at place: Location, to sink: inout DiagnosticSink) {
    // A recipe that names a few columns says nothing of the others.
    let listsAll = recipe.columns.contains { $0.item == nil || $0.isProposed }
    let isSilent = gone.isEmpty && moved.isEmpty && (new.isEmpty || !listsAll)
    if !isSilent { sink.warning(.recipeDrift(self, listsAll: listsAll), at: place) }
  }
}

extension Diagnostic.Message {
  static func recipeDrift(_ drift: RecipeDrift, listsAll: Bool) -> Self {
    var parts: [String] = []
    if !drift.gone.isEmpty { parts.append("gone: \(NearestName.quoted(drift.gone))") }
    if !drift.new.isEmpty, listsAll { parts.append("new: \(NearestName.quoted(drift.new))") }
    if !drift.moved.isEmpty { parts.append("moved: \(NearestName.quoted(drift.moved))") }
    return Self(
      id: "recipe-drift",
      "the file is not as the recipe has it (\(parts.joined(separator: "; "))); look where each "
        + "column went with --explain")
  }
}
