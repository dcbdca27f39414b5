# SPDX-License-Identifier: MIT
"""Every word of the interface that a reader meets, in one table.

A template names a word by its key: `{{ t('listing.total', n=3) }}`. A test holds that no key is
missing, unused, or different in its arguments from one language to the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from linli.language.languages import Language, Text

WORDS: dict[str, Text] = {
    "announcement.archive-note": Text(
        "本站为报纸公告的网上存档，以报纸刊登的为准。",
        "This site is the online archive of notices printed in the paper; the printed notice is what counts.",
    ),
    "announcement.basis": Text("依据", "Legal basis"),
    "announcement.clock": Text("{basis}：{meaning}", "{basis}: {meaning}"),
    "announcement.history": Text("前后公告", "Related notices"),
    "announcement.insertions": Text("再次刊登", "Also printed"),
    "announcement.number": Text("公告编号", "Notice number"),
    "announcement.published": Text("首次刊登", "First published"),
    "announcement.version": Text("第{n}版", "version {n}"),
    "announcement.versions": Text("各版", "Versions"),
    "announcement.withdrawn": Text("本公告已撤回", "This notice was withdrawn"),
    "announcements": Text("公告", "Notices"),
    "archive.of-place": Text("{place}的公告", "Notices of {place}"),
    "article.edition": Text("见报", "In print"),
    "article.minutes": Text("约{n}分钟读完", "{n} min read"),
    "article.places": Text("地点", "Places"),
    "article.related": Text("相关报道", "Related reports"),
    "article.scan": Text("扫码看本页", "Scan for this page"),
    "article.series": Text("系列", "Series"),
    "article.topics": Text("话题", "Topics"),
    "article.updated": Text("更新于", "Updated"),
    "article.withdrawn": Text("本文已撤回", "This report was withdrawn"),
    "board.all": Text("全部公告（{n}）", "All notices ({n})"),
    "board.archive": Text("全部公告", "All notices"),
    "board.current": Text("正在公告", "Current notices"),
    "board.empty": Text(
        "眼下没有有效的公告。过去的公告可在存档中查。",
        "No notices stand today. Earlier ones are in the archive.",
    ),
    "board.here": Text("这里的公告", "Notices here"),
    "board.title": Text("公告栏", "Notice board"),
    "breadcrumbs.label": Text("当前位置", "You are here"),
    "byline.both": Text("文/图", "words and pictures"),
    "byline.reported-and-shot": Text("摄影报道", "words and pictures"),
    "byline.shot": Text("摄", "pictures"),
    "column.empty": Text("这一栏还没有报道。", "Nothing in this column yet."),
    "correction.clarification": Text("说明", "Clarification"),
    "correction.correction": Text("更正", "Correction"),
    "correction.retraction": Text("撤回", "Withdrawal"),
    "correction.update": Text("补充", "Update"),
    "corrections": Text("更正与撤回", "Corrections and withdrawals"),
    "corrections.empty": Text(
        "还没有更正。发现差错，请告诉编辑部。",
        "No corrections yet. If you find a mistake, tell the newsroom.",
    ),
    "corrections.label": Text("更正说明", "Corrections"),
    "directory.empty": Text("这里还没有条目。", "Nothing is listed here yet."),
    "edition.issue": Text("第{number}期", "No. {number}"),
    "edition.page": Text("{number}版", "page {number}"),
    "editions": Text("数字报", "Printed editions"),
    "editions.empty": Text("还没有报纸。", "No printed issues yet."),
    "facet.code": Text("类型", "Type"),
    "facet.month": Text("月份", "Month"),
    "facet.place": Text("地点", "Place"),
    "facet.remark": Text("另注", "Also"),
    "facet.status": Text("状态", "Status"),
    "facet.year": Text("年份", "Year"),
    "facets.label": Text("筛选", "Narrow down"),
    "feed.atom": Text("{title}（Atom）", "{title} (Atom)"),
    "feed.language": Text("zh-cn", "en"),
    "feed.rss": Text("{title}（RSS）", "{title} (RSS)"),
    "field.claim-by": Text("认领期限至", "To be claimed by"),
    "field.contact": Text("联系电话", "Contact"),
    "field.deadline": Text("截止日期", "Deadline"),
    "field.department": Text("部门", "Department"),
    "field.document": Text("证件", "Document"),
    "field.document-issuer": Text("签发单位", "Issued by"),
    "field.effective-from": Text("生效日期", "Takes effect"),
    "field.expires": Text("公告期至", "On the board until"),
    "field.finder": Text("招领单位（人）", "Found by"),
    "field.found-on": Text("拾到日期", "Found on"),
    "field.found-where": Text("拾到地点", "Found at"),
    "field.holder": Text("遗失人", "Holder"),
    "field.issued-on": Text("签发日期", "Date of issue"),
    "field.issuer": Text("发布单位", "Issued by"),
    "field.item": Text("物品", "Thing"),
    "field.legal-deadline": Text("法定期限至", "Statutory term ends"),
    "field.lost-on": Text("遗失日期", "Lost on"),
    "field.lost-where": Text("遗失地点", "Lost at"),
    "field.uscc": Text("统一社会信用代码", "Credit code"),
    "fields.label": Text("登记项目", "Details"),
    "frame.about": Text("关于本站", "About this site"),
    "frame.archive": Text("公告查询", "Notice archive"),
    "frame.elder": Text("长辈版", "Large print"),
    "frame.lookup": Text("查公告", "Find a notice"),
    "frame.sections": Text("版块", "Sections"),
    "frame.skip": Text("跳到正文", "Skip to content"),
    "frame.standard": Text("标准版", "Standard view"),
    "frame.subscribe": Text("订阅：{title}", "Subscribe: {title}"),
    "front.corrections": Text("更正与撤回", "Corrections"),
    "front.editions": Text("报纸日历", "Printed editions"),
    "front.empty": Text(
        "还没有报道。编辑发布第一篇之后，头条就在这里。",
        "No reports yet. The lead story will stand here once the first one is published.",
    ),
    "front.lead": Text("头条", "Lead story"),
    "front.places": Text("按地点看", "By place"),
    "head.locale": Text("zh_CN", "en_GB"),
    "history.corrected-by": Text("被更正于：{id} {title}", "Corrected by {id} {title}"),
    "history.corrects": Text("更正：{id} {title}", "Corrects {id} {title}"),
    "history.superseded-by": Text("被取代于：{id} {title}", "Superseded by {id} {title}"),
    "history.supersedes": Text("取代：{id} {title}", "Supersedes {id} {title}"),
    "home": Text("首页", "Front page"),
    "imprint.publisher": Text("出版：{name}", "Publisher: {name}"),
    "imprint.serial": Text("国内统一连续出版物号 {number}", "Serial number {number}"),
    "imprint.sponsor": Text("主办：{name}", "Sponsor: {name}"),
    "issue.next": Text("下一期", "Next issue"),
    "issue.others": Text("前后各期", "Other issues"),
    "issue.pages": Text("各版", "Pages"),
    "issue.previous": Text("上一期", "Previous issue"),
    "issue.title": Text("{name} {day}", "{name}, {day}"),
    "issue.unplaced": Text("版次未注明", "Page not given"),
    "item.sample": Text("示例", "Sample"),
    "label.archive": Text("公告存档", "Notice archive"),
    "label.category": Text("栏目", "Category"),
    "label.person": Text("作者", "Author"),
    "label.place.0": Text("区", "District"),
    "label.place.1": Text("街道、镇", "Street or town"),
    "label.place.2": Text("社区、村", "Community or village"),
    "label.topic": Text("话题", "Topic"),
    "listing.empty": Text(
        "这里还没有内容。可以看看其他栏目，或从首页找起。",
        "Nothing here yet. Try another section, or start from the front page.",
    ),
    "listing.numbered": Text("{title}（第{n}页）", "{title} (page {n})"),
    "listing.page": Text("第{n}页，从最早的一页数起", "Page {n}, counted from the oldest"),
    "listing.total": Text("共{n}篇", "{n} in all"),
    "lookup.again": Text("再试一次", "Try again"),
    "lookup.all": Text("找到{n}则公告。", "Notices found: {n}."),
    "lookup.any": Text("不限", "Any"),
    "lookup.browse": Text("按年份、类型、地点翻看", "Browse by year, type or place"),
    "lookup.failed": Text(
        "没有查完：网络不通，或者服务器没有应答。",
        "The look-up was not completed: no network, or no answer from the server.",
    ),
    "lookup.how.beginning": Text("号码开头", "Begins so"),
    "lookup.how.ending": Text("号码结尾", "Ends so"),
    "lookup.how.middle": Text("号码中间", "Has it inside"),
    "lookup.how.name": Text("名称", "Name"),
    "lookup.how.number": Text("号码", "Number"),
    "lookup.how.part": Text("名称含有", "Part of the name"),
    "lookup.introduction": Text(
        "按证件号码、统一社会信用代码、公告编号，或者单位名称、姓名、签发机关，查本报刊登过的公告。",
        "Find the notices printed in this paper by the number of a document, a credit code, the number of a notice, or by the name of a holder or an issuer.",
    ),
    "lookup.label": Text("查公告", "Find a notice"),
    "lookup.looking": Text("正在查……", "Looking …"),
    "lookup.looser": Text("再找相近的", "Find what is like it"),
    "lookup.more": Text("再往前找", "Look further back"),
    "lookup.narrow": Text("只查某一类、某个地点、某一年", "Only one type, place or year"),
    "lookup.nothing": Text("没有找到“{q}”。", "Nothing found for “{q}”."),
    "lookup.nothing.advice": Text(
        "可以核对号码，或者只输入后六位、名称里的两三个字；也可以在下面按年份翻看，或者问编辑部。",
        "Check the number, or type its last six signs or two or three signs of the name; or browse by year below, or ask the newsroom.",
    ),
    "lookup.nothing.masked": Text(
        "个人证件号码在公告里已遮盖，按号码查不到，请按姓名查。",
        "Numbers of personal papers are masked in notices and cannot be found; look for the name.",
    ),
    "lookup.nothing.meaning": Text(
        "没有找到，只说明本报的网上存档里没有，不说明证件有效，也不说明别的报纸没有登过。",
        "It means that the online archive of this paper has none. It does not mean that a document is valid, or that no other paper has printed a notice.",
    ),
    "lookup.nothing.since": Text(
        "本站的公告从{year}开始。", "The notices of this site begin in {year}."
    ),
    "lookup.nothing.title": Text("这说明什么", "What this means"),
    "lookup.placeholder": Text("证号、单位、姓名", "Number or name"),
    "lookup.question": Text(
        "号码的全部、开头或结尾几位，或者名称里的几个字",
        "A number, its beginning or its end, or part of a name",
    ),
    "lookup.short": Text(
        "请至少输入号码的四位，或者名称的两个字。",
        "Type at least four signs of a number or two of a name.",
    ),
    "lookup.some": Text("已列出{n}则，可能还有。", "Shown: {n}. There may be more."),
    "lookup.submit": Text("查", "Find"),
    "lookup.without-script": Text(
        "这台设备没有开脚本，不能按号码查。请按下面的年份、类型或地点翻看，每则公告都在里面；也可以打电话问编辑部。",
        "Scripts are off on this device, so a number cannot be looked up. Browse by year, type or place below, where every notice is; or ask the newsroom.",
    ),
    "missing.advice": Text(
        "地址可能抄错了，或者这一页已经搬走。公告可以按证号、单位或姓名查。",
        "The address may be mistyped, or the page has moved. Notices can be found by number, organisation or name.",
    ),
    "missing.home": Text("回到首页", "To the front page"),
    "missing.newest": Text("最新报道", "Newest reports"),
    "missing.title": Text("没有这一页", "There is no such page"),
    "neighbours.label": Text("前后篇", "Previous and next"),
    "neighbours.next": Text("下一篇", "Later"),
    "neighbours.previous": Text("上一篇", "Earlier"),
    "note.ai.assisted": Text(
        "本文由人工智能辅助完成。", "Written with the help of artificial intelligence."
    ),
    "note.ai.generated": Text("本文由人工智能生成。", "Generated by artificial intelligence."),
    "note.printed": Text("本文刊于{day}报纸。", "Printed on {day}."),
    "note.repost": Text(
        "转载自{source}，原标题《{title}》，原文：{url}。责任编辑：{editor}。",
        "Reposted from {source}; original title “{title}”, at {url}. Editor: {editor}.",
    ),
    "note.sample": Text(
        "本文是示例内容，人物、单位和号码均为虚构。",
        "This is sample content; people, organisations and numbers are invented.",
    ),
    "note.supplied": Text("本文为来稿。", "Contributed to this paper."),
    "notice.until": Text("截止", "Until"),
    "ordinary.siblings": Text("同类页面", "Related pages"),
    "pagination.label": Text("分页", "Pages"),
    "pagination.newest": Text("最新", "Newest"),
    "pagination.next": Text("较早", "Older"),
    "pagination.previous": Text("较新", "Newer"),
    "people": Text("记者", "People"),
    "place.description": Text("{path}的新闻和公告", "News and notices of {path}"),
    "places": Text("地点", "Places"),
    "redaction.sentence": Text(
        "有内容已隐去（{day}）。原因：{reason}", "Words were taken out on {day}. Reason: {reason}"
    ),
    "remark.corrected": Text("有更正", "Corrected"),
    "remark.redacted": Text("有隐去", "Redacted"),
    "reports": Text("新闻", "News"),
    "role.author": Text("", ""),
    "role.correspondent": Text("通讯员", "correspondent"),
    "role.editor": Text("编辑", "editor"),
    "role.join": Text("、", ", "),
    "role.reporter": Text("记者", "reporter"),
    "sentence.closed": Text(
        "已于{day}截止，仅供查阅。", "It closed on {day} and is kept for reference."
    ),
    "sentence.closing": Text(
        "截止日期{day}，还有{days}天。", "Open until {day}; days left: {days}."
    ),
    "sentence.in-force": Text("没有截止日期。", "It has no end date."),
    "sentence.last-day": Text("今天（{day}）是最后一天。", "Today, {day}, is the last day."),
    "sentence.open": Text("截止日期{day}，还有{days}天。", "Open until {day}; days left: {days}."),
    "sentence.resolved": Text("已于{day}了结。{how}", "Settled on {day}. {how}"),
    "sentence.scheduled": Text("自{day}起生效。", "It takes effect on {day}."),
    "sentence.superseded": Text(
        "已被后来的公告取代，仅供查阅。",
        "A later notice has taken its place; it is kept for reference.",
    ),
    "sentence.void": Text(
        "所列证件自刊登之日起声明作废，没有截止日期。",
        "The documents listed are declared void from the day of publication, without end.",
    ),
    "sentence.withdrawn": Text(
        "本公告已撤回，正文不再显示。", "This notice was withdrawn; its text is no longer shown."
    ),
    "state.closed": Text("已截止", "Closed"),
    "state.closing": Text("即将截止", "Closing soon"),
    "state.in-force": Text("无截止日期", "No end date"),
    "state.open": Text("有效", "Open"),
    "state.scheduled": Text("即将生效", "Coming"),
    "state.superseded": Text("已被取代", "Superseded"),
    "state.void": Text("已声明作废", "Declared void"),
    "state.withdrawn": Text("已撤回", "Withdrawn"),
    "topics": Text("话题", "Topics"),
    "version.current": Text("现行版本见{id}", "What stands now: {id}"),
    "version.entry": Text("第{n}版，{day}", "Version {n}, {day}"),
    "version.sentence": Text(
        "这是第{n}版，刊登于{day}。", "This is version {n}, published on {day}."
    ),
    "version.title": Text("{title}（第{n}版）", "{title} (version {n})"),
    "version.withdrawn": Text("第{n}版随公告撤回。", "Version {n} was withdrawn with its notice."),
    "withdrawn.sentence": Text("{day}撤回。原因：{reason}", "Withdrawn on {day}. Reason: {reason}"),
}
"""The words by key, in the order of the keys."""


@dataclass(frozen=True, slots=True)
class Words:
    """The table in one language."""

    language: Language

    def __call__(self, key: str, **arguments: object) -> str:
        """The words behind a key. Raises KeyError for a key or an argument that is not there."""
        return WORDS[key](self.language).format(**arguments)
