import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Responses
import Store

/// Lists the recipes that an audit keeps.
struct RecipesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipes",
    abstract: "List the recipes that the audit keeps: how exports were read.",
    discussion: """
      A recipe is kept with --save-map when a file is taken in, and read with --map. It is a table \
      in the folder 'recipes' of the audit, which a spreadsheet opens.

      Example: mhars recipes --audit larkfield
      """)

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    try showing(auditOptions, in: outputOptions) { session, _ in
      let list = RecipeList(
        school: session.plan.school,
        entries: try session.audit.recipes().map { name in
          RecipeList.Entry(
            name: name,
            recipe: RecipeFile.outline(FileSource(path: session.audit.recipePath(name))))
        })
      try outputOptions.write(text: list.text, json: list.json, csv: list.csv)
    }
  }
}
