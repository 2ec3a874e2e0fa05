//! The text of the method page: what is computed, and by which rule. `docs/method.md` says the same
//! with worked examples.

use super::Lang;

/// One section of the method page.
pub struct MethodSection {
    /// The id it is linked by.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Its paragraphs.
    pub paragraphs: &'static [&'static str],
    /// A list after the paragraphs.
    pub points: &'static [&'static str],
}

/// The sections, in order; the same ids in both languages.
pub fn method_sections(lang: Lang) -> &'static [MethodSection] {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

static VI: [MethodSection; 18] = [
    MethodSection {
        id: "figures",
        title: "Con số nào được nhập",
        paragraphs: &[
            "Chỉ nhập con số có nguồn: nơi đăng, tên bài, ngày, đoạn nào, ai nói. Số liệu lấy từ nguồn; lời ghi chú là của trang này.",
            "Mục tiêu là điều được đặt ra; kết quả là điều được nói là đã đạt. Khi câu trong nguồn không rõ, con số giữ cách hiểu của nguồn và lời ghi chú nói rõ điều còn ngờ.",
        ],
        points: &[
            "“hơn”, “trên”: lớn hơn con số",
            "“ít nhất”, “tối thiểu”, “từ … trở lên”: không nhỏ hơn con số",
            "“dưới”: nhỏ hơn con số",
            "“khoảng”, “gần”: ước chừng",
            "“top N”, “nhóm N”: hạng N hoặc tốt hơn",
        ],
    },
    MethodSection {
        id: "latest",
        title: "“Mới nhất” và “năm”",
        paragraphs: &[
            "“Mới nhất” là kết quả có kỳ kết thúc muộn nhất; kỳ của từng con số luôn in bên cạnh. Chọn một năm thì chỉ hiện số của đúng năm đó; tỉnh không có số của năm ấy thì để trống, không mượn năm khác.",
            "Một chỉ số của cùng năm có khi được tính hai lần: cho các tỉnh của năm ấy và cho các tỉnh hiện nay. Tỉnh có cả hai thì hiện số so được với số của nhiều tỉnh đang xem hơn (cả nước tính như một tỉnh). Không bao giờ lấy số cũ hơn để so cho được.",
        ],
        points: &[],
    },
    MethodSection {
        id: "comparability",
        title: "Khi nào hai con số được so với nhau",
        paragraphs: &[
            "Với mỗi cặp, trang xét mọi lý do khiến chúng khác nhau. Không có lý do nào: so được. Chỉ có khác năm, khác cơ sở, có số ước chừng hoặc không rõ cách đếm: so được nhưng phải thận trọng. Có bất kỳ lý do nào khác: chỉ đặt cạnh nhau, không trừ, không xếp thứ tự.",
        ],
        points: &[
            "Khác định nghĩa: cùng ý nhưng đo việc khác",
            "Khác loại: một bên mục tiêu, một bên kết quả",
            "Khác mẫu số: hạng trong số đơn vị khác nhau",
            "Đổi cách tính: chỉ số đổi phương pháp giữa hai năm",
            "Sáp nhập: một tỉnh đã đổi địa giới giữa hai thời điểm",
            "Khác năm (cần thận trọng)",
            "Khác cơ sở: tự báo cáo, được đo, khảo sát, suy ra (cần thận trọng)",
            "Ước chừng, giới hạn hoặc một khoảng (cần thận trọng)",
            "Không rõ cách đếm: các nguồn không nói rõ đếm những gì (cần thận trọng)",
        ],
    },
    MethodSection {
        id: "difference",
        title: "Phép trừ",
        paragraphs: &[
            "Hiệu = số thứ nhất − số thứ hai, tính bằng đơn vị của chỉ tiêu; với phần trăm là điểm phần trăm. Nếu một bên chỉ là giới hạn (“hơn 90%”) hoặc một khoảng (“35–37%”) thì không có hiệu.",
            "Ví dụ: hạng 60 trên 63 của kỳ 2022 và hạng 10 trên 63 của kỳ 2023: 60 − 10 = 50 bậc, cần thận trọng vì khác năm.",
        ],
        points: &[],
    },
    MethodSection {
        id: "benchmarks",
        title: "Đặt cạnh số của cả nước",
        paragraphs: &[
            "Cạnh con số của tỉnh là kết quả và mục tiêu của cả nước, theo đúng cách đo đó và của cùng năm. Có nhiều kết quả trong năm thì lấy kết quả có kỳ kết thúc muộn nhất; có nhiều mục tiêu thì lấy mục tiêu đến hạn sớm nhất. Quy tắc so sánh vẫn giữ: không trừ kết quả cho mục tiêu. Cả nước không có con số như vậy thì không đặt gì bên cạnh. Số đếm cũng không: số của cả nước là tổng của mọi tỉnh.",
        ],
        points: &[],
    },
    MethodSection {
        id: "ranking",
        title: "Xếp thứ tự",
        paragraphs: &[
            "Một nhóm chỉ được xếp thứ tự khi mọi cặp trong nhóm so được. Xếp theo đúng con số của nguồn, không làm tròn; bằng nhau thì cùng hạng tốt hơn và bỏ hạng kế tiếp. Luôn in số đơn vị được xếp. Số của cả nước không bao giờ đứng trong thứ tự các tỉnh.",
        ],
        points: &[],
    },
    MethodSection {
        id: "coverage",
        title: "Bao nhiêu trên bao nhiêu",
        paragraphs: &[
            "Với mỗi năm của một bảng chính thức, trang nói có số liệu của bao nhiêu trên bao nhiêu tỉnh của ngày ấy, và thiếu ai (tới 12 tên). Bảng có đủ những gì nơi công bố đưa ra, dù là 61 trên 63, thì được xếp hạng trong số có mặt. Bảng mà nơi công bố đưa ra nhiều hơn thì chỉ hiện, không tính hạng, không xếp thứ tự từ ba tỉnh trở lên; hạng đã in sẵn vẫn giữ, và thứ tự theo hạng ấy vẫn nêu.",
        ],
        points: &[],
    },
    MethodSection {
        id: "editions",
        title: "Bảng xếp hạng chính thức",
        paragraphs: &[
            "Mỗi kỳ xếp hạng gồm các hạng của một năm, trong cùng một số tỉnh. Chỉ nhận hạng được nói rõ bằng một con số và của cả năm; “trong nhóm 10” hay “hiện đứng thứ chín” không thuộc kỳ nào. Bảng in đủ điểm mà không in hạng thì hạng được tính từ điểm, bằng điểm thì cùng hạng, và ghi là tính ra. Tỉnh chưa rõ hạng thì để trống. Số của cả nước không bao giờ đứng trong đó.",
            "Đường nối hai hạng chỉ được vẽ khi cùng một tỉnh, cùng số tỉnh được xếp, và ở giữa không có lần đổi cách tính hay sáp nhập nào. Chỉ số chuyển đổi số đổi cách tính từ kỳ 2021 và kỳ 2024, nên không đường nào nối 2020 với 2021 hay 2023 với 2024.",
            "Kỳ 2024 cho đơn vị mới điểm trung bình của các tỉnh cũ. Trang xếp hạng nêu điểm và hạng của từng tỉnh cũ ấy, và bằng cùng phép tính cho biết 34 đơn vị nay lẽ ra có điểm nào, đứng thứ mấy ở các kỳ trước. Đó không phải số công bố: không tải về được, không dùng để so sánh, và chỉ có khi biết đủ điểm của mọi tỉnh cũ.",
            "Trên bản đồ, các hạng được chia thành năm phần đều nhau nhất có thể. Với 63 tỉnh, thành phố: hạng 1–13, 14–26, 27–38, 39–51 và 52–63.",
        ],
        points: &[],
    },
    MethodSection {
        id: "awaited",
        title: "Kỳ chưa thấy",
        paragraphs: &[
            "Với chỉ số ra theo năm, trang nói kỳ nào chưa thấy và theo nhịp cũ thì kỳ ấy ra vào khoảng nào. Kỳ chưa thấy là năm sau năm mới nhất đã có kỳ hay kết quả. Khoảng = ngày cuối của năm ấy + độ trễ ngắn nhất và dài nhất của các kỳ trước, từ hết năm đến ngày của nguồn sớm nhất; nguồn không ghi ngày thì lấy ngày sớm nhất có thể. Cần ít nhất hai kỳ có ngày. “Chưa thấy” không có nghĩa là chưa công bố.",
            "Ví dụ: các kỳ 2021–2024 của chỉ số chuyển đổi số có nguồn sớm nhất từ 193 đến 403 ngày sau khi hết năm, nên kỳ 2025 ra trong khoảng từ 31/12/2025 + 193 ngày = 12/7/2026 đến 31/12/2025 + 403 ngày = 7/2/2027.",
        ],
        points: &[],
    },
    MethodSection {
        id: "states",
        title: "Lời hứa đã ra sao",
        paragraphs: &[
            "Chỉ xét mục tiêu có con số. Một kết quả được tính cho một lời hứa khi cùng tỉnh, cùng cách đo, cùng số đơn vị xếp hạng, đã công bố đến ngày xét, kỳ đã kết thúc, và tỉnh vẫn là tỉnh đã hứa. Kết quả có trước khi hứa chỉ là mốc xuất phát. Giới hạn như “hơn 90%” chỉ được tính khi mọi giá trị nó cho phép đều đạt, hoặc đều không đạt. Mục tiêu là một khoảng (“35–37%”) được xét theo đầu dễ đạt hơn.",
            "Tình trạng được xét lần lượt theo thứ tự dưới đây; gặp câu đúng đầu tiên thì dừng. Với thứ hạng, chỉ kết quả trong chính kỳ hạn mới được tính.",
            "Có số chỉ ra theo kỳ, nhiều tháng sau năm được đo, như chỉ số chuyển đổi số. Khi đã biết ngày công bố của ít nhất hai kỳ, lời hứa quá hạn được ghi là chưa đến kỳ công bố cho tới khi qua độ trễ dài nhất trong các kỳ ấy. Lời hứa bằng lời, không kèm con số, chỉ được liệt kê.",
        ],
        points: &[
            "Nguồn không nêu hạn: không nêu hạn",
            "Kết quả cuối cùng tính đến hạn đạt mục tiêu: đạt đúng hạn",
            "Tỉnh sáp nhập sau khi hứa và trước hạn: tỉnh sáp nhập trước hạn",
            "Chưa tới hạn: so với đường thẳng nếu có từ hai kết quả, nếu không thì chỉ là còn hạn",
            "Có kết quả của đúng ngày hạn và không đạt: không đạt",
            "Kết quả đầu tiên sau hạn đạt hoặc không đạt: đạt, số công bố sau hạn; sau hạn vẫn chưa đạt",
            "Không có gì: quá hạn, chưa thấy công bố",
            "Con số dùng để kết luận bị một con số khác nói ngược lại: các nguồn nói khác nhau",
        ],
    },
    MethodSection {
        id: "path",
        title: "Đường thẳng, nhịp độ và khoảng cách",
        paragraphs: &[
            "Đường thẳng đi từ kết quả sớm nhất được tính đến mục tiêu ở hạn. Kết quả mới nhất ở trên đường hoặc vượt nó là kịp; chưa tới là sau.",
            "Khoảng cách = mục tiêu − kết quả mới nhất. Đã đạt mỗi năm = (kết quả mới nhất − kết quả sớm nhất) ÷ số năm giữa hai kỳ. Cần mỗi năm = khoảng cách ÷ số năm từ kết quả mới nhất đến hạn. Một năm là 365,25 ngày; thiếu số nào thì không tính. Nếu giữa hai bên cách tính đã đổi hoặc tỉnh đã sáp nhập, trang nêu lý do thay vì tính.",
            "Ví dụ: hứa 80% cho 2025, có 10% cuối 2021 và 28% cuối 2023. Sau 730 trong 1.461 ngày, đường thẳng ở khoảng 45%: chậm. Đã tăng 18 ÷ (730 ÷ 365,25) ≈ 9 điểm % mỗi năm, cần 52 ÷ (731 ÷ 365,25) ≈ 26 điểm % mỗi năm.",
        ],
        points: &[],
    },
    MethodSection {
        id: "disputes",
        title: "Khi các nguồn nói khác nhau",
        paragraphs: &[
            "Những con số nói ngược nhau được đặt cạnh nhau theo ngày đăng của nguồn; nguồn không rõ ngày đứng sau. Trang không chọn bên nào và không lấy trung bình. Mức chênh = số lớn nhất − số nhỏ nhất trong những số cùng định nghĩa, cùng loại, cùng số đơn vị xếp hạng; chỉ tính khi trong đó không có số nào bị thiếu hay chỉ là giới hạn, và hai số ấy được phép trừ. Trang cũng nói chúng khác nhau ở đâu, theo thứ tự:",
        ],
        points: &[
            "Khác định nghĩa",
            "Nguồn nói đã đạt, nguồn nói là mục tiêu",
            "Hạng trong số đơn vị khác nhau",
            "Khác thời gian",
            "Chỉ khác con số",
        ],
    },
    MethodSection {
        id: "ambition",
        title: "Hứa cao hay thấp",
        paragraphs: &[
            "Lời hứa được đặt cạnh mục tiêu cả nước cùng chủ đề: cao hơn, bằng hay thấp hơn, sớm hơn, cùng lúc hay muộn hơn. Mức chỉ so khi cùng định nghĩa. Phần này không nói gì về kết quả.",
        ],
        points: &[],
    },
    MethodSection {
        id: "standing",
        title: "Một tỉnh đang đứng ở đâu",
        paragraphs: &[
            "Trang của mỗi tỉnh nêu hạng gần nhất ở từng chỉ số, nên có chỉ số lùi lại vài năm. Hạng do nơi công bố in ra thì luôn lấy; hạng đếm từ điểm thì chỉ lấy ở kỳ đã rõ điểm của mọi tỉnh được xếp. So với năm trước chỉ nói khi hai kỳ chỉ khác nhau ở năm, và cả hai hạng đều do nơi công bố in ra: hạng đếm từ điểm khảo sát có thể đổi chỉ vì sai số.",
            "Ba hạng gần nhất và thứ trong vùng chỉ nêu ở kỳ đã rõ hạng của mọi tỉnh được xếp. Thứ trong vùng do trang này đếm. Vùng là sáu vùng của Quy hoạch tổng thể quốc gia 2021–2030: với địa giới trước 1/7/2025 là sáu vùng của 63 tỉnh, thành phố, từ đó là sáu vùng của 34 đơn vị.",
        ],
        points: &[],
    },
    MethodSection {
        id: "peers",
        title: "Những tỉnh gần về dân số và GRDP đầu người",
        paragraphs: &[
            "Hai tỉnh càng gần khi dân số và GRDP bình quân đầu người càng ít chênh nhau: nhân số lần hơn kém về dân số với số lần hơn kém về GRDP đầu người, rồi nhân 1,5 nếu không cùng một vùng; ba tỉnh có tích nhỏ nhất được nêu. Lấy năm gần nhất có đủ hai số, và chỉ những tỉnh có số so được với nhau, theo địa giới cùng thời. Đó là cách chọn tỉnh để đặt cạnh nhau, không phải kết quả chuyển đổi số và không phải xếp hạng.",
        ],
        points: &[],
    },
    MethodSection {
        id: "unmeasured",
        title: "Điều chưa thấy con số",
        paragraphs: &[
            "Một chủ đề được liệt kê cho một tỉnh khi tỉnh chưa có kết quả nào, theo bất kỳ cách đo nào, mà chính tỉnh đã hứa, hoặc một tỉnh khác được theo dõi hay cả nước có mục tiêu hoặc kết quả. Chưa thấy con số không có nghĩa là không ai đo.",
        ],
        points: &[],
    },
    MethodSection {
        id: "highlights",
        title: "Các câu ở trang đầu được chọn thế nào",
        paragraphs: &[
            "Trước hết là lời hứa, mỗi loại một: không đạt, đạt, quá hạn chưa thấy công bố, các nguồn nói khác nhau, chậm hơn đường thẳng; chọn lời hứa có kết quả cách mục tiêu xa nhất, với lời hứa đã đạt thì chọn hạn muộn nhất; nhiều nhất ba câu. Sau đó, trong các chủ đề mà một tỉnh được theo dõi hay cả nước có hứa, là khoảng cách rộng nhất giữa hai con số so được và cùng năm của các tỉnh được theo dõi (hay của một tỉnh và cả nước) (tính theo tỷ lệ của thang đo: 100 với phần trăm, số đơn vị với hạng); rồi chủ đề có nhiều tỉnh báo cáo nhất mà bằng nhiều cách đo; sau đó là các khoảng cách kế tiếp. Mỗi chủ đề nhiều nhất một câu cho mỗi kiểu. Số liệu bối cảnh như dân số hay GRDP không bao giờ thành một câu ở đây.",
        ],
        points: &[],
    },
    MethodSection {
        id: "mergers",
        title: "Các tỉnh sáp nhập",
        paragraphs: &[
            "Tỉnh đã sáp nhập giữ tên và ngày kết thúc của mình; trang nói tỉnh nào giữ nguyên, tỉnh nào nhận thêm, tỉnh nào đã nhập vào đâu và cùng với ai. Số của đơn vị mới không nối vào số của tỉnh cũ, kể cả khi số ấy được tính cho một năm trước sáp nhập. Hạng luôn kèm số đơn vị: cả nước có 64 tỉnh, thành phố đến hết ngày 31/7/2008, 63 đến hết ngày 30/6/2025, từ đó là 34; một kỳ có thể xếp ít hơn.",
        ],
        points: &[],
    },
];

static EN: [MethodSection; 18] = [
    MethodSection {
        id: "figures",
        title: "Which figures are entered",
        paragraphs: &[
            "Only figures with a source: publisher, title, date, paragraph, and who said it. Figures are taken from the source; the notes are in our own words.",
            "A target is what was set; a result is what is said to have been reached. Where the source’s sentence is unclear, the figure keeps the source’s reading and its note says what is in doubt.",
        ],
        points: &[
            "“over”, “more than”: greater than the number",
            "“at least”, “from … up”: not below the number",
            "“under”: below the number",
            "“about”, “nearly”: approximate",
            "“top N”, “group of N”: rank N or better",
        ],
    },
    MethodSection {
        id: "latest",
        title: "“Latest” and “year”",
        paragraphs: &[
            "“Latest” is the result whose period ends last; each figure’s own period is always printed beside it. A chosen year shows figures of that very year; a province without one stays empty, no other year stands in.",
            "An index of one year may have been computed twice: for the provinces of that year and for those of today. A province that has both is shown by the figure that may be compared with those of more provinces in view (the country counts as one of them). An older figure is never shown for the sake of a comparison.",
        ],
        points: &[],
    },
    MethodSection {
        id: "comparability",
        title: "When two figures may be compared",
        paragraphs: &[
            "For each pair every reason that sets them apart is looked for. None: they are comparable. Only a different year, a different basis, an approximate figure or an unknown way of counting: comparable with care. Any other reason: they only stand side by side, without difference or order.",
        ],
        points: &[
            "Different definition: the same idea, another thing measured",
            "Different kind: one target, one result",
            "Different base: ranks among different numbers of units",
            "Method break: the index changed its method between the two years",
            "Merger: a province changed its boundaries between the two",
            "Different year (with care)",
            "Different basis: reported, measured, surveyed, derived (with care)",
            "Approximate, a bound, or a range (with care)",
            "Way of counting unknown: the sources do not tell what exactly is counted (with care)",
        ],
    },
    MethodSection {
        id: "difference",
        title: "Subtraction",
        paragraphs: &[
            "Difference = first figure − second figure, in the indicator’s unit; for percentages in percentage points. Where one of them is only a bound (“over 90%”) or a range (“35–37%”) there is none.",
            "Example: 60th of 63 in the edition of 2022 and 10th of 63 in that of 2023: 60 − 10 = 50 places, with care because the years differ.",
        ],
        points: &[],
    },
    MethodSection {
        id: "benchmarks",
        title: "Beside the country’s figures",
        paragraphs: &[
            "Beside a province’s figure stand the country’s result and target, by the same definition and of the same year: of several results in the year the one that ends last, of several targets the one due first. The rules of comparison hold here too: a target is never subtracted from a result. Where the country has no such figure, nothing stands beside it. Nor does it beside a count: the country’s is the sum of all provinces’.",
        ],
        points: &[],
    },
    MethodSection {
        id: "ranking",
        title: "Order",
        paragraphs: &[
            "A set is put in order only if every pair in it may be compared. The source’s own precision counts, nothing is rounded; equal figures share the better place and the next one is left out. The number of units in the order is always printed. The country’s figure never stands in an order of provinces.",
        ],
        points: &[],
    },
    MethodSection {
        id: "coverage",
        title: "How many of how many",
        paragraphs: &[
            "Of each year of an official table the site says how many of the provinces of that day have a figure, and who is missing (up to 12 names). A table with all that its publisher gave out, even 61 of 63, is ranked among those in it. One of which more was given out is shown only: no places are computed, and no three provinces or more are put in order; printed places stay, and so does the order by them.",
        ],
        points: &[],
    },
    MethodSection {
        id: "editions",
        title: "Official rankings",
        paragraphs: &[
            "An edition of a ranking is its ranks of one year, among one number of provinces. Only a rank said as one number and of a whole year has a place in it; “in the top 10” or “now ninth” belongs to no edition. Where a complete table prints scores without ranks, the ranks are worked out from the scores, equal scores share one, and this is said. Where a province’s rank is not known, its place stays empty. The country’s figures never stand in it.",
            "A line joins two ranks only when they are of one province and among the same number of provinces, and neither a change of method nor a merger lies between them. The digital transformation index changed its method with the editions of 2021 and 2024, so no line joins 2020 to 2021, or 2023 to 2024.",
            "The edition of 2024 gives a new unit the mean score of its old provinces. The page of the ranking tells the score and the place of each of these, and by the same sum which scores and places the 34 of today would have had in earlier editions. These are no published figures: they are in no download and no comparison, and there are none unless the score of every old province is known.",
            "On the map the ranks are divided into five parts, as equal as can be. Of 63 provinces and cities: ranks 1–13, 14–26, 27–38, 39–51 and 52–63.",
        ],
        points: &[],
    },
    MethodSection {
        id: "awaited",
        title: "The edition not found yet",
        paragraphs: &[
            "Of an index that comes out for each year, the site says which edition was not found and when it would come out at the pace of those before: that of the year after the newest one of which there is an edition or a result. Between = the last day of that year + the shortest and the longest lag of the earlier editions, from the end of the year to the day of the earliest source; of a source without a day the earliest possible one is taken. At least two editions must have a day. “Not found” does not mean that it was not published.",
            "Example: the earliest sources of the editions of 2021 to 2024 of the digital transformation index are of 193 to 403 days after the end of the year, so that of 2025 would come out between December 31, 2025 + 193 days = July 12, 2026 and December 31, 2025 + 403 days = February 7, 2027.",
        ],
        points: &[],
    },
    MethodSection {
        id: "states",
        title: "What became of a promise",
        paragraphs: &[
            "Only targets with a figure are looked at. A result counts for a promise if it is of the same province, the same definition and the same number of units ranked, was published by the day in question, its period has ended, and the province is still the one that promised. What was measured before the promise is only where it began. A bound such as “over 90%” counts only if every value it allows meets the target, or none does. A target that is a range (“35–37%”) asks for the end that is easier to reach.",
            "The states are tried in the order below; the first that fits is the answer. For a rank only a result of the deadline’s own period decides.",
            "Some figures come out in editions, months after the year they measure, such as the digital transformation index. Once the days of two editions are known, a promise past its deadline is said to be not due for publication yet until the longest lag of those editions has passed. A promise in words, without a figure, is only listed.",
        ],
        points: &[
            "The source gives no deadline: no deadline given",
            "The last result up to the deadline meets the target: met in time",
            "The province merged after the promise and before the deadline: merged before the deadline",
            "The deadline is ahead: held against the straight path where there are two results, else not due yet",
            "A result of the very day of the deadline does not meet it: not met",
            "The first result after the deadline meets it or does not: met, shown by a later figure; still not met",
            "Nothing: deadline passed, nothing found published",
            "The figure that would decide is contradicted by another: sources disagree",
        ],
    },
    MethodSection {
        id: "path",
        title: "Straight path, paces and gap",
        paragraphs: &[
            "The straight path leads from the earliest counted result to the target at its deadline. A latest result on the line or beyond it is on the path; one short of it is behind.",
            "Gap = target − latest result. Achieved a year = (latest result − earliest result) ÷ the years between their ends. Needed a year = gap ÷ the years from the latest result to the deadline. A year has 365.25 days; where a figure is missing, nothing is computed. Where the method changed between the two, or the province merged, the page gives that reason instead.",
            "Example: 80% promised for 2025, with 10% at the end of 2021 and 28% at the end of 2023. After 730 of 1,461 days the path is at about 45%: behind. Achieved: 18 ÷ (730 ÷ 365.25) ≈ 9 percentage points a year; needed: 52 ÷ (731 ÷ 365.25) ≈ 26 percentage points a year.",
        ],
        points: &[],
    },
    MethodSection {
        id: "disputes",
        title: "When sources disagree",
        paragraphs: &[
            "Figures that contradict one another stand side by side, by the day their source was published; those whose source has no date come last. No side is chosen and nothing is averaged. Spread = the largest − the smallest of those with one definition, one kind and one number of units ranked, only where none of them is missing or only a bound, and the two may be subtracted. What they differ in is said too, in this order:",
        ],
        points: &[
            "Different definitions",
            "One says it was reached, another that it is aimed at",
            "Ranks among different numbers of units",
            "Different dates",
            "Only the values differ",
        ],
    },
    MethodSection {
        id: "ambition",
        title: "How much a promise asks for",
        paragraphs: &[
            "A promise is set beside the national targets on its topic: more, the same or less; earlier, at the same time or later. Values are only compared by the same definition. This says nothing about results.",
        ],
        points: &[],
    },
    MethodSection {
        id: "standing",
        title: "Where a province stands",
        paragraphs: &[
            "The page of each province tells its newest known place in every index; so some are a few years old. A place that the publisher printed is always taken, one that was counted off scores only of an edition in which the score of every ranked province is known. The change since the year before is told only where nothing but the year sets the two editions apart, and where both places were printed by the publisher: a place counted off the scores of a survey may move by the error of the survey alone.",
            "The three nearest places and the place in the region are told only of an edition in which the place of every ranked province is known. The place in the region is counted by this site. The regions are those of the national plan for 2021–2030: for borders of before July 2025 the six of the 63 provinces, since then the six of the 34.",
        ],
        points: &[],
    },
    MethodSection {
        id: "peers",
        title: "Provinces close in population and GRDP per head",
        paragraphs: &[
            "Two provinces are the closer the less they differ in population and in GRDP per head: how many times the one has more people than the other, times how many times more GRDP per head, times 1.5 unless both lie in one region; the three with the smallest product are named. It is the newest year of which both figures are known, and only provinces count whose figures may be compared, within borders of the same time. It is a way to choose provinces to set beside each other, no result of digital transformation and no ranking.",
        ],
        points: &[],
    },
    MethodSection {
        id: "unmeasured",
        title: "What has no figure",
        paragraphs: &[
            "A topic is listed for a province when the province has no result on it, by any definition, although it promised something itself, or another followed province or the country has a target or a result. That no figure was found does not mean that nobody measures it.",
        ],
        points: &[],
    },
    MethodSection {
        id: "highlights",
        title: "How the home page’s sentences are chosen",
        paragraphs: &[
            "First promises, one of each kind: not met, met, overdue with nothing found, disputed, behind the straight path; the one whose result is furthest short of its target, of the met ones the one due last; three sentences at most. Then, of the topics on which a followed province or the country promised something, the widest gap between two figures of one year, of provinces that are followed (or of one and the country), that may be compared (as a share of the scale: 100 for percentages, the number of units for ranks); then the topic on which most provinces report by several measures; then the next gaps. At most one sentence of each kind per topic. What is only context, such as population or GRDP, never makes a sentence here.",
        ],
        points: &[],
    },
    MethodSection {
        id: "mergers",
        title: "Merged provinces",
        paragraphs: &[
            "A merged province keeps its name and its end; the site says which goes on as it was, which took in others, and which became part of what, together with whom. A figure of the new unit is never joined to the old province’s, even where it was computed for a year before the merger. Ranks print the number of units ranked: the country had 64 provinces and cities until 31 July 2008, 63 until 30 June 2025, and 34 since; an edition may rank fewer.",
        ],
        points: &[],
    },
];
