import Diagnostics
import Instruments
import Testing

@testable import Responses
@testable import exports

/// What worked once is said once.
struct RecipeTests {
  private static let limeSurvey = DialectWriter.limeSurvey

  private func reading(_ text: String, _ recipe: ImportRecipe?) throws -> ExportReading {
    var sink = DiagnosticSink()
    let options = options { $0.recipe = recipe }
    let source = FileSource(name: "answers.csv", bytes: Array(text.utf8))
    return ExportReading(
      try #require(ExportFile.open(source, options, reporting: &sink)),
      for: try RoundTripTests.survey(), options: options)
  }

  private func read(_ lines: [String]) throws -> (recipe: ImportRecipe?, faults: [String]) {
    var sink = DiagnosticSink()
    let text = lines.joined(separator: "\n")
    let recipe = RecipeFile.read(
      FileSource(name: "map.csv", bytes: Array(text.utf8)), for: try RoundTripTests.survey(),
      reporting: &sink)
    return (recipe, placed(sink))
  }

  @Test func `the recipe of a file that was read reads it again, and the values stay`() throws {
    let text = Self.limeSurvey.export([.example])
    let saved = try reading(text, Self.limeSurvey.recipe).recipe
    #expect(saved.dialect == .limeSurvey && saved.values == Self.limeSurvey.recipe?.values)
    let file = imported(text, for: try RoundTripTests.survey(), options { $0.recipe = saved })
    for (item, answer) in MiniRecord.example.answers { #expect(file.answers(item) == [answer]) }
    #expect(file.messages.isEmpty)
  }

  @Test func `without the recipe the codes of another survey are faults, not answers`() throws {
    let file = imported(Self.limeSurvey.export([.example]), for: try RoundTripTests.survey())
    #expect(file.outcome == nil)
  }

  @Test func `a value of the recipe wins over the instrument's own code`() throws {
    let recipe = ImportRecipe(
      dialect: nil, columns: [],
      values: [
        ImportRecipe.Value(item: "safe_class", value: "1", code: "4"),
        ImportRecipe.Value(item: "safe_class", value: "4", code: "1"),
      ])
    let text =
      "year_group,safe_class,safe_playground,worried_where,trusted_people,comment\n"
      + "y3,1,1,,,\ny3,4,4,,,\ny3,2,2,,,\n"
    let file = imported(text, for: try RoundTripTests.survey(), options { $0.recipe = recipe })
    #expect(file.answers("safe_class") == ["4", "1", "2"])
    #expect(file.answers("safe_playground") == ["1", "4", "2"])
  }

  @Test func `a changed export says what is new, gone and moved`() throws {
    let head = "safe_class,year_group,safe_playground,worried_where,trusted_people,comment,extra\n"
    let saved = try reading(head, nil).recipe
    let now = "year_group,safe_class,safe_playground,worried_where,trusted_people,comment,other\n"
    let file = imported(
      now + "y3,4,4,,,,\n", for: try RoundTripTests.survey(), options { $0.recipe = saved })
    #expect(file.answers("safe_class") == ["4"])
    let message = try #require(file.messages.first)
    #expect(message.contains("gone: 'extra'") && message.contains("new: 'other'"))
    #expect(message.contains("moved: "))
  }

  @Test func `every fault of a recipe is told with its line`() throws {
    let (recipe, faults) = try read([
      "kind,heading,item,choice,value,code", "tool,limesurvy,,,,", "column,a,safe_clas,,,",
      "column,b,worried_where,attic,,", "value,,year_group,,A1,y9", "colour,x,,,,",
    ])
    #expect(recipe == nil)
    #expect(
      faults == [
        "map.csv:2 unknown-tool", "map.csv:3 recipe-item", "map.csv:4 recipe-code",
        "map.csv:5 recipe-code", "map.csv:6 unknown-kind",
      ])
    #expect(try read(["a,b", "1,2"]).faults == ["map.csv:1 not-a-recipe"])
  }
}
