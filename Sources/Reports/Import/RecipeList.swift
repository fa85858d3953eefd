public import Responses

/// The recipes that an audit keeps.
public struct RecipeList {
  /// One of them.
  public struct Entry {
    /// The name.
    public let name: String
    /// What it holds; `nil` where its file cannot be read.
    public let recipe: ImportRecipe?

    public init(name: String, recipe: ImportRecipe?) {
      self.name = name
      self.recipe = recipe
    }
  }

  private let school: String
  private let entries: [Entry]

  /// Prepares the list.
  public init(school: String, entries: [Entry]) {
    self.school = school
    self.entries = entries
  }

  /// The list for a person.
  public func text(style: TextStyle) -> String {
    guard !entries.isEmpty else {
      return "No recipe is kept yet; keep one with 'mhars import … --save-map NAME'.\n"
    }
    var table = TextTable([
      ("Recipe", .left), ("Instrument", .left), ("Tool", .left), ("Columns", .right),
      ("", .left),
    ])
    for entry in entries {
      let open = entry.recipe?.proposedCount ?? 0
      table.add([
        entry.name, entry.recipe?.instrument ?? "", entry.recipe?.dialect?.title ?? "",
        entry.recipe.map { Wording.grouped($0.columns.count) } ?? "",
        entry.recipe == nil ? "cannot be read" : open > 0 ? "\(open) not confirmed" : "",
      ])
    }
    var lines = table.lines(style: style)
    lines += Wording.wrapped("To read a file by one: mhars import, with --map and its name.")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The list as `mhars.recipes/1`; `docs/json.md` lists the members.
  public func json(to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.recipes/1")
      json.member("release", "audit")
      json.member("school", school)
      json.objects("recipes", of: entries) { entry, json in
        json.member("name", entry.name)
        json.member("instrument", entry.recipe?.instrument)
        json.member("dialect", entry.recipe?.dialect?.rawValue)
        json.member("columns", entry.recipe?.columns.count)
        json.member("values", entry.recipe?.values.count)
        json.member("proposed", entry.recipe?.proposedCount)
      }
    }
    return json.finish()
  }

  /// The list as a table with its heading row.
  public func csv(to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(["recipe", "instrument", "dialect", "columns", "values", "proposed"])
    for entry in entries {
      csv.row([
        .text(entry.name), .text(entry.recipe?.instrument),
        .text(entry.recipe?.dialect?.rawValue), .count(entry.recipe?.columns.count),
        .count(entry.recipe?.values.count), .count(entry.recipe?.proposedCount),
      ])
    }
    return csv.finish()
  }
}
