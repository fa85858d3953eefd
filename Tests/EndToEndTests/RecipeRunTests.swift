import Foundation
import Testing

/// An export of codes, read by a recipe: as a file, and into an audit.
struct RecipeRunTests {
  private static let export = """
    "id","submitdate","lastpage","startlanguage","year","safe[SQ001]","safe[SQ002]","worry[SQ001]",\
    "worry[SQ002]","worry[SQ003]","trust","comment"
    "12","2025-11-17 09:04:31","3","en","A2","4","2","Y","","Y","Aisha Khan","All well"
    "13",,"1","en","A2","4","",,,,,

    """

  private static let recipe = """
    kind,heading,item,choice,value,code
    column,year,year_group,,,
    column,safe[SQ001],safe_class,,,
    column,safe[SQ002],safe_playground,,,
    column,worry[SQ001],worried_where,toilets,,
    column,worry[SQ002],worried_where,corridors,,
    column,worry[SQ003],worried_where,journey,,
    column,trust,trusted_people,,,
    value,,year_group,,A2,y4

    """

  private static let survey = Program.root.appending(
    path: "SampleData/dialects/mini-safety.yaml"
  ).path

  private func files() throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(Self.export, to: "lime.csv")
    _ = try scratch.write(Self.recipe, to: "map.csv")
    return scratch
  }

  @Test func `a recipe is explained, kept, and reads the next file`() throws {
    let scratch = try files()
    let first = try Program.run(
      [
        "analyse", "lime.csv", "--instrument", Self.survey, "--map", "map.csv", "--explain",
        "--save-map", "saved.csv",
      ], in: scratch.url)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("LimeSurvey: 2 rows, 1 used; left out: 1 not finished."))
    #expect(first.errors.contains("Read as LimeSurvey: the column 'submitdate'"))
    #expect(first.errors.contains("worried_where/toilets"))
    let next = try Program.run(
      [
        "analyse", "lime.csv", "--instrument", Self.survey, "--map", "saved.csv",
        "--keep-partials",
      ], in: scratch.url)
    #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
    #expect(next.output.contains("2 rows, 2 used"))
    let over = try Program.run(
      [
        "analyse", "lime.csv", "--instrument", Self.survey, "--map", "map.csv", "--save-map",
        "lime.csv",
      ], in: scratch.url)
    #expect(over.status == 64)
    #expect(try scratch.text("lime.csv") == Self.export)
  }

  @Test func `an export of codes goes into an audit once`() throws {
    let scratch = try files()
    func run(_ arguments: [String]) throws -> Program.Run {
      try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
    }
    _ = try run(["init", "school", "--school", "Larkfield", "--round", "autumn"])
    _ = try scratch.write(
      """
      school: Larkfield
      framework: islington-mhars
      rounds:
        - { id: autumn, title: Autumn, instruments: [mini-safety] }

      """, to: "school/audit.yaml")
    let definition = try String(contentsOfFile: Self.survey, encoding: .utf8)
    _ = try scratch.write(definition, to: "school/instruments/mini-safety.yaml")
    let take = ["import", "lime.csv", "--instrument", "mini-safety", "--audit", "school"]
    let taken = try run(take + ["--map", "map.csv"])
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.output.contains("LimeSurvey, 2 rows: 1 taken, 1 not finished."))
    #expect(taken.output.contains("A blank of LimeSurvey may be"))
    let again = try run(take + ["--map", "map.csv"])
    #expect(again.output.contains("Nothing was added"))
  }
}
