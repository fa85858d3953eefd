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
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .reading, &console)
      let names = try session.audit.recipes()
      try outputOptions.refuse(
        overwriting: session.audit.files + names.map(session.audit.recipePath))
      let list = RecipeList(
        school: session.plan.school,
        entries: names.map { name in
          RecipeList.Entry(
            name: name,
            recipe: RecipeFile.outline(FileSource(path: session.audit.recipePath(name))))
        })
      try outputOptions.write(text: list.text, json: list.json, csv: list.csv)
    }
  }
}
