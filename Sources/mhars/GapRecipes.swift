import Diagnostics
import Instruments
import Responses

/// The recipes of several files, and what was confirmed of their columns, each for its instrument.
struct GapRecipes {
  private var recipes: [String: ImportRecipe] = [:]
  private let confirmed: [String]

  /// Reads the recipes; their faults go to the console.
  init(
    _ files: [String], _ confirmed: [String], for instruments: [Instrument],
    _ console: inout Console
  ) {
    self.confirmed = confirmed
    for file in files {
      let source = FileSource(path: file)
      let place = Location(file: file)
      let named = RecipeFile.instrument(source)
      let only = instruments.count == 1 ? instruments.first : nil
      guard let instrument = named == nil ? only : instruments.first(where: { $0.id == named })
      else {
        // What cannot be read at all says so itself.
        if RecipeFile.outline(source) == nil, let any = instruments.first {
          _ = RecipeFile.read(source, for: any, reporting: &console.sink)
        } else {
          console.sink.error(.recipeOfNone(named, known: instruments.map(\.id)), at: place)
        }
        continue
      }
      if recipes[instrument.id] != nil {
        console.sink.error(.secondRecipe(instrument.id), at: place)
      }
      recipes[instrument.id] = RecipeFile.read(source, for: instrument, reporting: &console.sink)
    }
    ImportOptions.report(confirmed, of: instruments, to: &console.sink)
  }

  /// Sets what was said of the file of an instrument.
  func apply(to options: inout ImportOptions, for instrument: Instrument) {
    options.recipe = recipes[instrument.id]
    options.confirmed = confirmed.filter(ImportOptions.confirmable(in: instrument).contains)
  }
}

extension Diagnostic.Message {
  static func recipeOfNone(_ name: String?, known: [String]) -> Self {
    let lead =
      name.map { "this recipe is for '\($0.clipped)', of which no file is given" }
      ?? "this recipe does not say which of the files it is for"
    return Self(
      id: "recipe-of-none",
      "\(lead); write it in a line 'instrument' with one of \(NearestName.quoted(known))")
  }

  static func secondRecipe(_ id: String) -> Self {
    Self(
      id: "second-recipe",
      "another recipe is for '\(id)' too; give one for each instrument")
  }
}
