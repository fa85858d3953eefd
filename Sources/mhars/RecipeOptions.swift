import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// How the columns of an export belong to the instrument.
struct RecipeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A recipe: which column is which item, and what its answers mean; in an audit also the name "
        + "of one it keeps. See docs/recipes.md.", valueName: "file"))
  var map: String?

  @Option(
    help: ArgumentHelp(
      "Keep how this file was read as a recipe for the next time; in an audit a name without a "
        + "folder and an ending keeps it there.", valueName: "file"))
  var saveMap: String?

  @OptionGroup var confirmOptions: ConfirmOptions

  /// Whether any of them is given.
  var isGiven: Bool {
    map != nil || saveMap != nil || confirmOptions.explain || !confirmOptions.confirm.isEmpty
  }

  /// Sets what was said of the columns; faults of the recipe go to the console.
  func apply(
    to options: inout ImportOptions, for instrument: Instrument, in audit: Audit? = nil,
    _ console: inout Console
  ) throws {
    options.confirmed = confirmOptions.confirm
    guard let map else { return }
    var path = map
    if let audit, Audit.isRecipeName(map) {
      let known = try audit.recipes()
      guard known.contains(map) else {
        console.sink.error(.unknownRecipe(map, known: known), at: Location(file: audit.folder))
        return
      }
      path = audit.recipePath(map)
    }
    options.recipe = RecipeFile.read(
      FileSource(path: path), for: instrument, reporting: &console.sink)
  }

  /// Keeps the recipe of a file that was read, where that was asked.
  func save(_ reading: ExportReading, in audit: Audit? = nil) throws {
    guard let saveMap else { return }
    if let audit, Audit.isRecipeName(saveMap) {
      return try audit.keepRecipe(
        RecipeCSV.write(reading.recipe, to: ByteSink()).bytes, as: saveMap)
    }
    let output = try OutputFile(saveMap, of: "--save-map")
    _ = RecipeCSV.write(reading.recipe, to: output.sink)
    try output.close()
  }

  /// Keeps the questions of a file that could not be read for want of headings, so that they can be
  /// answered in the recipe; a recipe that is there already stays.
  func saveQuestions(_ reading: ExportReading, in audit: Audit? = nil) throws {
    let count = reading.recipe.proposedCount
    guard let saveMap, count > 0 else { return }
    let isKept = audit != nil && Audit.isRecipeName(saveMap)
    let path = isKept ? audit?.recipePath(saveMap) ?? saveMap : saveMap
    guard !OutputFile.exists(path) else { return }
    try save(reading, in: audit)
    Terminal.complain(
      "\(path): this recipe asks about \(count) of the columns: where its word 'proposed' is right, "
        + "write 'column', and give it with --map")
  }

  /// Stops before a recipe replaces a file that is read, or another recipe of the audit.
  func refuse(
    overwriting inputs: [String], in audit: Audit? = nil, isRehearsal: Bool = false
  ) throws {
    guard let saveMap, let audit, Audit.isRecipeName(saveMap) else {
      return try OutputOptions.refuse(
        saveMap, of: "--save-map", overwriting: inputs + [map].compactMap { $0 })
    }
    if isRehearsal {
      throw ValidationError(
        "--dry-run keeps nothing in the audit; to see the recipe, give --save-map a file, such as "
          + "\(saveMap).csv.")
    }
    if map != saveMap, try audit.recipes().contains(saveMap) {
      throw ValidationError(
        "The audit has a recipe '\(saveMap)'; choose another name, or read the file by it with "
          + "--map '\(saveMap)' as well, which replaces it.")
    }
  }
}

/// What a person says about single columns.
struct ConfirmOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the column whose heading is near to this item, or item/choice, as the message asks. "
        + "May be repeated.", valueName: "item"))
  var confirm: [String] = []

  @Flag(help: "Say where each column goes, and why.")
  var explain = false

  /// Opens a file, and says where its columns go where that was asked; `nil` on a fault, which the
  /// console then holds.
  func open(
    _ file: String, _ instrument: Instrument, _ options: ImportOptions, _ console: inout Console
  ) -> (export: ExportFile, reading: ExportReading)? {
    let source = FileSource(path: file)
    guard let export = ExportFile.open(source, options, reporting: &console.sink) else {
      return nil
    }
    let reading = ExportReading(export, for: instrument, options: options)
    if explain {
      Terminal.complain(ExplanationText.lines(reading).joined(separator: "\n"))
    }
    return (export, reading)
  }
}

extension Diagnostic.Message {
  static func unknownRecipe(_ name: String, known: [String]) -> Self {
    Self(
      id: "unknown-recipe",
      "the audit keeps no recipe '\(name.clipped)'; "
        + (known.isEmpty
          ? "it keeps none yet" : NearestName.remedy(for: name, among: known, lead: "it keeps"))
        + "; for a file write its folder or ending as well, such as ./\(name.clipped)")
  }
}
