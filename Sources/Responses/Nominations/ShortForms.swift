/// Common short forms of first names: they make a pupil one to ask about, never a match.
enum ShortForms {
  /// Each line a name and, after it, what those who have it are called.
  private static let table = """
    abigail abi abby
    alexander alex sandy xander
    alexandra alex lexi sandy
    alfred alfie fred freddie
    andrew andy drew
    anthony tony
    archibald archie
    arthur art artie
    benjamin ben benji
    catherine cathy kate katie kitty
    charles charlie chaz
    charlotte charlie lottie
    christina chris tina
    christine chris
    christopher chris kit
    daniel dan danny
    danielle dani
    david dave davey
    dorothy dot dottie
    edward ed eddie ned ted teddy
    eleanor ellie nell nellie
    elizabeth beth betsy eliza elsie libby liz lizzie
    emily em emmy
    florence flo flossie
    frances fran frankie
    francis fran frank frankie
    frederick fred freddie
    gabriel gabe
    gabriella bella ella gabby
    george georgie
    georgia georgie
    georgina georgie
    grace gracie
    harold hal harry
    harry haz
    henry hal harry
    isabel bella izzy
    isabella bella izzy
    jacob jake
    james jamie jim jimmy
    jessica jess jessie
    john jack johnny
    jonathan jon jonny
    joseph joe joey
    josephine jo josie
    joshua josh
    katherine kate kathy katie kitty
    leonard len lenny leo
    leonardo leo
    louis lou louie
    louise lou lulu
    margaret daisy maggie meg peggy
    matilda tilda tilly
    matthew matt matty
    michael mick mickey mike
    mohammed mo muhammad
    nathan nat nate
    nathaniel nat nate
    nicholas nick nicky
    nicola nicky
    oliver ollie
    olivia liv livvy ollie
    patricia pat trish
    patrick paddy pat
    peter pete
    philip phil
    rebecca becca becky
    richard dick richie rick ricky
    robert bob bobby rob robbie
    ronald ron ronnie
    samantha sam sammy
    samuel sam sammy
    sarah sadie sally
    stephen steve stevie
    steven steve stevie
    susan sue susie
    theodore ted teddy theo
    thomas tom tommy
    timothy tim timmy
    tobias toby
    victoria tori vicky
    william bill billy liam will willy
    zachary zac zack
    """

  private static let namesOfForm: [String: [UInt8]] = {
    var names: [String: [UInt8]] = [:]
    for (index, line) in table.split(separator: "\n").enumerated() {
      for form in line.split(separator: " ") {
        names[String(form), default: []].append(UInt8(truncatingIfNeeded: index))
      }
    }
    return names
  }()

  /// The numbers of the names of which a word is a form; two forms of one name share a number.
  static func names(of word: String) -> [UInt8] { namesOfForm[word] ?? [] }
}
