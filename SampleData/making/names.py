"""Invented names: any likeness to a real child is chance."""

GIRLS = """Aaliyah Abigail Adaeze Aisha Alice Amara Amelie Anaya Anouk Aria Asha Beatrice Bronwen
Carys Chiara Chloé Clementine Daisy Daniela Dilara Edie Efua Elena Elif Eliza Esme Farah Fatou
Florence Freya Gabriela Grace Halima Hana Harriet Hafsa Imogen Ines Ivy Jamila Jasmine Josephine
Kezia Khadija Kiran Lara Layla Leila Lina Lottie Mabel Malaika Margot Matilda Mei Mila Nadia
Naomi Niamh Noor Nora Olivia Orla Phoebe Priya Rosa Roxana Ruby Sade Saoirse Selma Shreya Siân
Skye Sumaya Tamsin Tara Thea Una Violet Wanjiru Willow Yasmin Yuki Zahra Zara Zofia""".split()

BOYS = """Abdi Adam Ahmet Aidan Alfie Amir Anton Archie Arjun Arlo Ayaan Barnaby Bilal Bodhi Caleb
Caspian Cillian Connor Cormac Daud Dexter Dhruv Dylan Eesa Eitan Elijah Emeka Emre Ethan Ewan Ezra
Felix Finley Gethin George Hamza Harun Haroon Hugo Idris Ilyas Isaac Ivan Jacob Jago Jamal Jasper
Joel Jude Kai Kacper Kofi Kwame Leon Liam Lorenzo Louis Luca Mateo Max Milan Mikołaj Nathan Nikhil
Noah Oisín Omar Oscar Otis Owen Rafael Rhys Ravi Reuben Rohan Ruben Samir Sebastian Stefan Tariq
Theo Tobias Umar Viktor Wilfred Yaw Youssef Zachary Zain Zubair""".split()

SURNAMES = """Abara Adeyinka Akhtar Albescu Ambrose Anning Appleyard Asante Aydin Bakshi Balogun
Barraclough Bellweather Bhandari Birtwell Boateng Bracegirdle Brzozowski Calloway Carvalho Chaudhry
Chukwu Clegg Copperfield Craddock Crowhurst Dacosta Dalgleish Demirel Devereux Dhillon Dobson
Dragomir Duberry Eastlake Egwu Ellery Entwistle Fairweather Fenwick Fernández Fofanah Gadsby
Gallimore Ghorbani Gilchrist Goldfinch Greenhalgh Grzelak Gurung Haddow Hakimi Halloran Hargreave
Hassan Hathersage Henriksen Hirani Holloway Ibekwe Iqbal Islam Jankowski Jessop Kandiah Karimi
Kettlewell Kowalczyk Lambourne Larwood Lightbody Lindqvist Maddox Mahmood Makinde Marchetti
Mbatha Mendes Merriweather Mistry Montague Mukherjee Nakamura Ndiaye Nkemelu Northcott Nowicki
Oakeshott Obuya Odufuwa Okonjo Osei Özdemir Pankhania Papadaki Pemberley Petrova Pickersgill
Quarshie Quill Rahman Rasmussen Ravenscroft Redfern Rostami Rowbotham Sagoo Samarasinghe Sandhu
Sayeed Scattergood Sesay Shackleton Sivakumar Sowerby Stavrou Stepney Suleiman Tadesse Tamang Tanaka
Thackray Thistlewood Tindall Toure Trevanion Uddin Underhill Vasquez Venables Wadsworth Waverley
Wetherby Whitlock Wójcik Wolstenholme Yeboah Yildiz Zelenko Zaman""".split()

# (class, gender, legal forename, legal surname, preferred name or ""): the awkward ones.
AWKWARD = [
    ("3 Oak", "M", "Thomas", "Ellery", "Tommy Ellery"),
    ("3 Oak", "F", "Anna-Maria", "Kowalczyk", ""),
    ("3 Oak", "M", "Callum", "O'Dowd", ""),
    ("3 Elm", "F", "Zoë", "Fernández", ""),
    ("3 Elm", "M", "Xinyu", "Cheung", "Jason Cheung"),
    ("3 Elm", "M", "Oliver", "Stepney", ""),
    ("3 Elm", "M", "Oliver", "Tindall", "Ollie Tindall"),
    ("4 Oak", "F", "Maya", "Begum", ""),
    ("4 Oak", "F", "Amelia", "Okafor-Lane", ""),
    ("4 Oak", "M", "Mohammed Taha", "Sayeed", "Taha Sayeed"),
    ("4 Elm", "F", "Róisín", "O'Hanlon", ""),
    ("4 Elm", "M", "Jean-Luc", "Mbatha", ""),
    ("5 Oak", "F", "Elizabeth", "Haddow", "Libby Haddow"),
    ("5 Oak", "M", "Marcus", "D'Almeida", ""),
    ("5 Oak", "F", "Sophia", "Quill", ""),
    ("5 Oak", "F", "Sophia", "Redfern", ""),
    ("5 Elm", "M", "Ibrahim", "Zaman", ""),
    ("5 Elm", "M", "Ibrahim", "Tadesse", ""),
    ("5 Elm", "F", "Łucja", "Wójcik", ""),
    ("6 Oak", "F", "Mary Ellen", "St John", ""),
    ("6 Oak", "M", "Demetrios", "Papadaki", "Jimmy Papadaki"),
    ("6 Elm", "F", "Maya", "Begum", ""),
    ("6 Elm", "M", "Ng'ang'a", "Wekesa", ""),
]
